using System.Text;
using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.Tests.Channels.WhatsApp;

/// <summary>The vectors that Twilio publishes in the tests of its own libraries.</summary>
public sealed class TwilioSignatureTests
{
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string JsonHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string EmptyJsonHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static readonly KeyValuePair<string, string>[] Call =
    [
        new("CallSid", "CA1234567890ABCDE"), new("From", "+14158675309"), new("Digits", "1234"), new("To", "+18005551212"), new("Caller", "+14158675309"),
    ];

    [Theory]
    [InlineData(Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    public void The_signature_of_an_url_is_the_published_one(string url, string signature) =>
        TwilioSignature.Compute(Token, url, Call).ShouldBe(signature);

    [Theory]
    [InlineData(Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(Url, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "CukzLTc1tT5dXEDIHm/tKBanW10=")]
    [InlineData("https://user@mycompany.com/myapp.php?foo=1&bar=2", "2YRLlVAflCqxaNicjMpJcSTgzSs=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=")]
    [InlineData(Url + "&Body=It's+amazing", "dsq4Ehbj6cs+KdTkpF5sSSplOWw=")]
    [InlineData(Url + "&Body=It's+amazing", "TfZzewPq8wqrGlMfyAud8+/IvJ0=")]
    public void Twilios_spellings_of_the_url_are_accepted(string url, string signature) =>
        TwilioSignature.Matches(Token, url, Call, signature).ShouldBeTrue();

    [Theory]
    [InlineData("https://example.com/path?test=param'WithQuote", "https://example.com/path?test=param%27WithQuote")]
    [InlineData("https://example.com/path?test=param%27WithQuote", "https://example.com/path?test=param'WithQuote")]
    [InlineData("https://example.com:443/path?test=param", "https://example.com/path?test=param")]
    [InlineData("https://example.com/path?test=param", "https://example.com:443/path?test=param")]
    public void Signed_as_one_spelling_and_received_as_another(string signedUrl, string receivedUrl) =>
        TwilioSignature.Matches("s3cr3t", receivedUrl, [], TwilioSignature.Compute("s3cr3t", signedUrl, [])).ShouldBeTrue();

    [Fact]
    public void A_repeated_parameter_counts_once_for_each_distinct_value()
    {
        KeyValuePair<string, string>[] digits =
            [new("Sid", "CA123"), new("SidAccount", "AC123"), new("Digits", "5678"), new("Digits", "1234"), new("Digits", "1234")];
        KeyValuePair<string, string>[] addresses = [new("MessagingBinding.Address", "+1415xxxxxxx"), new("MessagingBinding.Address", "+1325xxxxxxx")];

        TwilioSignature.Matches(Token, Url, digits, "IK+Dwps556ElfBT0I3Rgjkr1wJU=").ShouldBeTrue();
        TwilioSignature.Matches(Token, Url, addresses, "83O6e2vORAoJHUNzJjDWN1jz+BA=").ShouldBeTrue();
        TwilioSignature.Matches(Token, Url, addresses.Reverse(), "83O6e2vORAoJHUNzJjDWN1jz+BA=").ShouldBeTrue();
    }

    [Theory]
    [InlineData(Url + "&bodySHA256=" + JsonHash, "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [InlineData(Url + "&bodySHA256=" + EmptyJsonHash, "Ldidvp12m26NI7eqEvxnEpkd9Hc=")]
    [InlineData("https://mycompany.com/myapp.php?bodySHA256=" + JsonHash, "y77kIzt2vzLz71DgmJGsen2scGs=")]
    public void A_json_body_is_covered_by_the_url_alone(string url, string signature) =>
        TwilioSignature.Matches(Token, url, [], signature).ShouldBeTrue();

    [Theory]
    [InlineData("""{"property": "value", "boolean": true}""", JsonHash, true)]
    [InlineData("{}", EmptyJsonHash, true)]
    [InlineData("{} ", EmptyJsonHash, false)]
    [InlineData("{}", "WRONG_HASH", false)]
    [InlineData("{}", "", false)]
    public void A_body_is_known_by_its_hash(string body, string hash, bool matches) =>
        TwilioSignature.MatchesBody(Encoding.UTF8.GetBytes(body), hash).ShouldBe(matches);

    [Theory]
    [InlineData(Token, Url, "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(Token, Url, "rSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(Token, Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData(Token, Url, "")]
    [InlineData(Token, Url + "&x", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12346", Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void Anything_else_is_refused(string token, string url, string signature) =>
        TwilioSignature.Matches(token, url, Call, signature).ShouldBeFalse();

    [Fact]
    public void One_more_or_trimmed_parameter_is_refused()
    {
        var signature = TwilioSignature.Compute(Token, Url, [.. Call, new("Body", " hola ")]);

        TwilioSignature.Matches(Token, Url, [.. Call, new("Body", " hola ")], signature).ShouldBeTrue();
        TwilioSignature.Matches(Token, Url, [.. Call, new("Body", "hola")], signature).ShouldBeFalse();
        TwilioSignature.Matches(Token, Url, [.. Call, new("Body", " hola "), new("New", "")], signature).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_token_signs_nothing() =>
        TwilioSignature.Matches("", Url, Call, TwilioSignature.Compute("", Url, Call)).ShouldBeFalse();
}
