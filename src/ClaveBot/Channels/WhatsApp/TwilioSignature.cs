using System.Security.Cryptography;
using System.Text;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// Twilio's signature of a webhook (twilio.com/docs/usage/webhooks/webhooks-security): base64(HMAC-SHA1(auth token, public URL followed
/// by each parameter, sorted ordinally by name, as name and value)). A repeated parameter counts once for each distinct value, sorted;
/// nothing is trimmed. A body that is not a form is covered by its SHA-256 in the URL's <c>bodySHA256</c>, and the URL alone is signed.
/// </summary>
public static class TwilioSignature
{
    /// <summary>The name of the URL parameter that covers a body other than a form: lower-case hex.</summary>
    public const string BodyHash = "bodySHA256";

    /// <summary>What Twilio would send in X-Twilio-Signature for this very URL.</summary>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Sign(Encoding.UTF8.GetBytes(authToken), url, Encoding.UTF8.GetBytes(Join(parameters)));

    /// <summary>Whether Twilio signed this, by the URL as configured or in another spelling of it (<see cref="TwilioUrl"/>).</summary>
    public static bool Matches(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters, string signature)
    {
        // Anybody can sign with an empty key.
        if (authToken.Length == 0 || signature.Length == 0)
            return false;
        var key = Encoding.UTF8.GetBytes(authToken);
        var joined = Encoding.UTF8.GetBytes(Join(parameters));
        var claimed = Encoding.UTF8.GetBytes(signature);
        return TwilioUrl.Spellings(url).Any(spelling =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(key, spelling, joined)), claimed));
    }

    /// <summary>Whether <paramref name="hash"/>, a bodySHA256, is the one of this body.</summary>
    public static bool MatchesBody(ReadOnlySpan<byte> body, string hash) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))),
            Encoding.UTF8.GetBytes(hash));

    private static string Join(IEnumerable<KeyValuePair<string, string>> parameters) => string.Concat(parameters
        .Distinct()
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => parameter.Key + parameter.Value));

    private static string Sign(byte[] key, string url, byte[] joined)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        mac.AppendData(Encoding.UTF8.GetBytes(url));
        mac.AppendData(joined);
        return Convert.ToBase64String(mac.GetHashAndReset());
    }
}
