using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>One signed form post, as Twilio sends it.</summary>
internal sealed class WhatsAppPost(WhatsAppEmulatorOptions options, WebhookClient client)
{
    /// <summary>All tries together fit into this.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <param name="publicUrl">The address that is signed.</param>
    /// <param name="connectTo">The address that is connected to: the same, unless the public one exists only in the signature.</param>
    /// <param name="form">The parameters.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public async Task<WebhookAnswer> SendAsync(
        Uri publicUrl, Uri connectTo, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, connectTo) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Host = publicUrl.Authority;
        request.Headers.UserAgent.ParseAdd("TwilioProxy/1.1");
        request.Headers.Add("X-Twilio-Signature", WhatsAppSignature.Compute(options.AuthToken, publicUrl.OriginalString, form));
        request.Headers.Add("I-Twilio-Idempotency-Token", form.GetValueOrDefault("MessageSid", ""));
        return await client.PostAsync(request, Timeout, cancellationToken);
    }
}
