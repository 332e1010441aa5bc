using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Gives a message to WhatsApp through Twilio, as one text: two in a row may arrive swapped.</summary>
public sealed class WhatsAppSender(WhatsAppSettings settings, HttpClient http, TimeProvider clock) : IChannelSender
{
    private const string Prefix = "whatsapp:";

    private readonly TwilioClient twilio = new(settings, http, clock);

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var to = message.To.Id.StartsWith(Prefix, StringComparison.Ordinal) ? message.To.Id : Prefix + message.To.Id;
        try
        {
            return TwilioFailure.Read(await twilio.CreateMessageAsync(to, WhatsAppText.Of(message), cancellationToken));
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
}
