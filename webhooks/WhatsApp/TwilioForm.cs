using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>A form of Twilio's, every parameter as it was posted: names and values untrimmed, repeated ones kept.</summary>
internal sealed class TwilioForm(IReadOnlyList<KeyValuePair<string, string>> parameters)
{
    private const int LongestWord = 64;

    /// <summary>Twilio sends some dozens. A megabyte of them would cost anybody's server a second to sort for the signature.</summary>
    private const int MostParameters = 1000;

    /// <summary>What the signature covers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => parameters;

    /// <summary>The first value of a name; null when the form has none.</summary>
    public string? this[string name] => parameters.FirstOrDefault(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>Whether this has far more parameters than any form of Twilio's.</summary>
    public static bool IsTooLarge(ReadOnlySpan<byte> body) => body.Count((byte)'&') >= MostParameters;

    public static TwilioForm Parse(ReadOnlySpan<byte> body) => new([.. Encoding.UTF8.GetString(body)
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(WebUtility.UrlDecode(pair[0]), pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : ""))]);

    /// <summary>The form that the signature filter let through.</summary>
    public static TwilioForm Of(HttpContext context) => context.Features.GetRequiredFeature<TwilioForm>();

    /// <summary>A value fit for a log line: ASCII letters, digits and hyphens only, empty when there is none.</summary>
    public string Word(string name) => string.Concat((this[name] ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(LongestWord));
}
