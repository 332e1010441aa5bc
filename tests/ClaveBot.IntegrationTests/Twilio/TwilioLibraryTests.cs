using System.Security.Cryptography;
using System.Text;
using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.IntegrationTests.Twilio;

/// <summary>Our signatures against Twilio's own: each takes what the other signs, and both say the same of every spelling of an address.</summary>
public sealed class TwilioLibraryTests
{
    private const string Token = "made-up-token";

    private static readonly string[] Urls =
    [
        "https://bot.example.test/webhooks/whatsapp",
        "https://bot.example.test:443/webhooks/whatsapp",
        "https://bot.example.test:8443/webhooks/whatsapp",
        "http://bot.example.test/webhooks/whatsapp",
        "http://127.0.0.1:5081/webhooks/whatsapp",
        "https://user:pass@bot.example.test/webhooks/whatsapp?a=1",
        "https://bot.example.test/webhooks/whatsapp?foo=1&bar=2",
        "https://bot.example.test/webhooks/whatsapp?",
        "https://bot.example.test/webhooks/whatsapp?q=it's+so&r=a%20b&s=%C3%B1&t=(!*)~",
        "https://bot.example.test/webhooks/whatsapp?q=it%27s&r=%2B&empty&e=&a=1&b=2&a=3",
        // The two above as an old form encoder writes them, and the first of them as a browser does.
        "https://bot.example.test/webhooks/whatsapp?q=it's%20so&r=a%20b&s=%C3%B1&t=(!*)~",
        "https://bot.example.test/webhooks/whatsapp?q=it's&r=%2B&empty=&e=&a=1&a=3&b=2",
        "https://bot.example.test/webhooks/whatsapp?q=it%27s+so&r=a%20b&s=%C3%B1&t=(!*)~",
    ];

    private static readonly Dictionary<string, string[]>[] Forms =
    [
        new(StringComparer.Ordinal),
        new(StringComparer.Ordinal) { ["MessageSid"] = ["SM01"], ["Body"] = [" hola ¿cómo está? ñandú \U0001F600 "], ["From"] = ["whatsapp:+593990000001"] },
        new(StringComparer.Ordinal) { ["Body"] = [""], ["body"] = ["b"], ["BODY"] = ["c"], ["Bod"] = ["yx"], ["Ñ"] = ["ñ"], ["_"] = ["&=+%"] },
        new(StringComparer.Ordinal) { ["Digits"] = ["5678", "1234", "1234"], ["A.B"] = ["z", "Z", "a", "\U0001F600", "\uFF5E"], ["A"] = ["1"] },
        new(StringComparer.Ordinal) { ["Body"] = ["line one\r\nline two\tend"], ["Z"] = ["' \" < > ` { } | \\ ^"], ["10"] = ["x"], ["9"] = ["y"] },
    ];

    [Fact]
    public async Task Both_sign_alike_and_take_each_others_signatures()
    {
        var requests = (from url in Urls from form in Forms select Sign(url, form)).ToList();

        var verdicts = await TwilioLibrary.CheckAsync(requests, TestContext.Current.CancellationToken);

        foreach (var (request, verdict) in requests.Zip(verdicts))
        {
            verdict.Signature.ShouldBe(request.Signature, request.Url);
            verdict.Accepted.ShouldBeTrue(request.Url);
            TwilioSignature.Matches(Token, request.Url, Pairs(request.Params), verdict.Signature).ShouldBeTrue(request.Url);
        }
    }

    [Fact]
    public async Task Both_say_the_same_of_an_address_signed_in_another_spelling()
    {
        var requests = (from signed in Urls from received in Urls select Sign(signed, Forms[1]) with { Url = received }).ToList();

        var verdicts = await TwilioLibrary.CheckAsync(requests, TestContext.Current.CancellationToken);

        foreach (var (request, verdict) in requests.Zip(verdicts))
            TwilioSignature.Matches(Token, request.Url, Pairs(request.Params), request.Signature).ShouldBe(verdict.Accepted, request.Url);
        verdicts.Count(verdict => verdict.Accepted).ShouldBeGreaterThan(Urls.Length + 3);
        verdicts.ShouldContain(verdict => !verdict.Accepted);
    }

    [Theory]
    [InlineData("""{"property": "value", "boolean": true}""")]
    [InlineData("{}")]
    [InlineData("""{"texto": "ñandú"}""")]
    public async Task A_json_body_is_covered_alike(string body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var request = Sign($"https://bot.example.test/webhooks/whatsapp?a=1&{TwilioSignature.BodyHash}={hash}", Forms[0]) with { Body = body };

        var verdicts = await TwilioLibrary.CheckAsync([request, request with { Body = body + " " }], TestContext.Current.CancellationToken);

        verdicts.Select(verdict => verdict.Accepted).ShouldBe([true, false]);
        TwilioSignature.MatchesBody(Encoding.UTF8.GetBytes(body), hash).ShouldBeTrue();
        TwilioSignature.MatchesBody(Encoding.UTF8.GetBytes(body + " "), hash).ShouldBeFalse();
    }

    private static SignedRequest Sign(string url, Dictionary<string, string[]> form) =>
        new(Token, url, form, Body: null, TwilioSignature.Compute(Token, url, Pairs(form)));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IReadOnlyDictionary<string, string[]> form) =>
        form.SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)));
}
