using System.Text.RegularExpressions;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Empties what Twilio keeps of a message. WhatsApp lets nobody take it off the person's phone.</summary>
internal sealed partial class WhatsAppRedaction(WhatsAppSettings settings, HttpClient http, TimeProvider clock)
{
    private readonly TwilioClient twilio = new(settings, http, clock);

    /// <summary>
    /// Asks once. Sent: Twilio's copy is empty, or gone. Emptying twice does no harm, so that whatever may have been done is asked again.
    /// Never throws for what Twilio can answer.
    /// </summary>
    /// <param name="sid">The message's SID, as its webhook brought it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<SendResult> RedactAsync(string sid, CancellationToken cancellationToken)
    {
        // It comes from outside and becomes part of an address.
        if (!Sid.IsMatch(sid))
            return new SendResult.Undeliverable("that is no message's SID");
        try
        {
            return TwilioFailure.ReadRedaction(await twilio.RedactAsync(sid, cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            return new SendResult.Retry(null, $"Twilio was not reached: {exception.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Retry(null, "Twilio did not answer in time");
        }
    }

    [GeneratedRegex(@"^(SM|MM)[0-9a-fA-F]{32}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sid { get; }
}
