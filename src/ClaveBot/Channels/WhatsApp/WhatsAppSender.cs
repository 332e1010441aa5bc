using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Gives a message to WhatsApp through Twilio, as one text: two in a row may arrive swapped.</summary>
public sealed class WhatsAppSender(WhatsAppSettings settings, HttpClient http, TimeProvider clock) : IChannelSender
{
    private const string Prefix = "whatsapp:";

    /// <summary>By how much Twilio's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    private readonly TwilioClient twilio = new(settings, http, clock);

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return TwilioFailure.Read(await twilio.CreateMessageAsync(AddressOf(message), WhatsAppText.Of(message), cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            return new SendResult.Retry(null, $"Twilio was not reached: {exception.HttpRequestError}", !ChannelHttp.NeverLeft(exception.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Retry(null, "Twilio did not answer in time", MayBeSent: true);
        }
    }

    /// <summary>Looks among the newest messages to that person: what is newer than the last one we know of is what we do not know of.</summary>
    public async Task<SendResult?> FindAsync(OutgoingMessage message, DateTimeOffset since, long lastSent, CancellationToken cancellationToken)
    {
        try
        {
            var newest = await twilio.ListMessagesAsync(
                [new("To", AddressOf(message)), new("From", settings.FromAddress), new("PageSize", "20")], page: null, cancellationToken);
            var body = WhatsAppText.Of(message);
            var found = newest?.Messages
                .TakeWhile(sent => lastSent == 0 || TwilioSid.Short(sent.Sid) != lastSent)
                .FirstOrDefault(sent => sent.Body == body && sent.CreatedAt >= since - ClockDifference);
            return found is null ? null : new SendResult.Sent(TwilioSid.Short(found.Sid));
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

    private static string AddressOf(OutgoingMessage message) =>
        message.To.Id.StartsWith(Prefix, StringComparison.Ordinal) ? message.To.Id : Prefix + message.To.Id;
}
