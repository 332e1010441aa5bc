using System.Security.Cryptography;
using System.Text;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>
/// X-Twilio-Signature, computed apart from the bot's own check: base64(HMAC-SHA1(auth token, URL + name + value of every parameter
/// sorted by name)); a repeated parameter counts once for each distinct value (Twilio, "Webhooks Security").
/// </summary>
public static class WhatsAppSignature
{
    /// <param name="authToken">The account's primary token.</param>
    /// <param name="url">The public address of the webhook, without fragment.</param>
    /// <param name="form">The parameters as they are posted.</param>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> form)
    {
        var signed = new StringBuilder(url.Split('#')[0]);
        foreach (var parameter in form.GroupBy(pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var value in parameter.Select(pair => pair.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                signed.Append(parameter.Key).Append(value);
        }

        return Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
    }

    private static byte[] Hash(byte[] key, byte[] data)
    {
        // Twilio's protocol prescribes SHA-1; as an HMAC it is not broken.
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        hmac.AppendData(data);
        return hmac.GetHashAndReset();
    }
}
