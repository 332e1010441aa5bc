using ClaveBot.Settings;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// Gives a message to WhatsApp through Twilio, as one: two in a row may arrive swapped. With buttons where Twilio has them, numbered where
/// not; to a closed chat only an approved template.
/// </summary>
public sealed class WhatsAppSender(
    ClaveBotSettings settings, HttpClient http, ContentCatalog catalog, WhatsAppApproved approved, TimeProvider clock, ILogger<WhatsAppSender> log) : IChannelSender
{
    private const string Prefix = "whatsapp:";

    /// <summary>By how much Twilio's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>A template goes out this much before the chat closes: what arrives too late is refused when nobody can say it otherwise any more.</summary>
    private static readonly TimeSpan ClosesSoon = TimeSpan.FromMinutes(5);

    private readonly TwilioClient twilio = new(settings.WhatsApp, http, clock);
    private readonly WhatsAppRedaction redaction = new(settings.WhatsApp, http, clock);
    private bool told;

    public Channel Channel => Channel.WhatsApp;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return IsClosed(message)
                ? await SendTemplateAsync(message, cancellationToken)
                : await SendButtonsAsync(message, cancellationToken) ?? await SendTextAsync(message, cancellationToken);
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
                [new("To", AddressOf(message)), new("From", settings.WhatsApp.FromAddress), new("PageSize", "20")], page: null, cancellationToken);
            var found = newest?.Messages
                .TakeWhile(sent => lastSent == 0 || TwilioSid.Short(sent.Sid) != lastSent)
                .FirstOrDefault(sent => sent.CreatedAt >= since - ClockDifference && MayBe(sent.Body, message));
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

    /// <summary>WhatsApp lets nobody take a message off the person's phone: what Twilio keeps of it is emptied.</summary>
    public Task<SendResult> UnsayAsync(ChatAddress chat, string copy, CancellationToken cancellationToken) => redaction.RedactAsync(copy, cancellationToken);

    private bool IsClosed(OutgoingMessage message) => message.OpenUntil - clock.GetUtcNow() is { } left
        && (left <= TimeSpan.Zero || (left <= ClosesSoon && message.Template is { } template && approved.Has(template.Kind, message.Language)));

    private async Task<SendResult> SendTemplateAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Template is not { } template)
            return new SendResult.Undeliverable("more than 24 hours after the person's last message");
        if (approved.SidOf(template.Kind, message.Language) is not { } sid)
            return new SendResult.Undeliverable($"{WhatsAppApproved.Setting(template.Kind)} is empty");
        return TwilioFailure.Read(await PostAsync(message, [new("ContentSid", sid), new("ContentVariables", ContentVariables.OfTemplate(template.Values))], cancellationToken));
    }

    /// <summary>Null: not with buttons.</summary>
    private async Task<SendResult?> SendButtonsAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (ContentTemplate.For(message) is not { } template || catalog.SidOf(template) is not { } sid)
            return null;
        var reply = await PostAsync(message, [new("ContentSid", sid), new("ContentVariables", template.Fill(message))], cancellationToken);
        if (!TwilioFailure.IsOfContent(reply))
            return TwilioFailure.Read(reply);
        catalog.Remove(template);
        if (!Interlocked.Exchange(ref told, true))
            log.ButtonsRefused(reply.Code ?? 0);
        return null;
    }

    private async Task<SendResult> SendTextAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        TwilioFailure.Read(await PostAsync(message, [new("Body", WhatsAppText.Of(message))], cancellationToken));

    private Task<TwilioReply> PostAsync(OutgoingMessage message, IEnumerable<KeyValuePair<string, string>> content, CancellationToken cancellationToken) =>
        twilio.CreateMessageAsync([new("To", AddressOf(message)), new("StatusCallback", StatusCallback.Of(settings, clock.GetUtcNow())), .. content], cancellationToken);

    /// <summary>Of what was sent as a template Twilio lists the text above the buttons, or none.</summary>
    private static bool MayBe(string body, OutgoingMessage message) =>
        body == WhatsAppText.Of(message) || body == WhatsAppText.Above(message) || (body.Length == 0 && (message.Buttons.Count > 0 || message.Template is not null));

    private static string AddressOf(OutgoingMessage message) =>
        message.To.Id.StartsWith(Prefix, StringComparison.Ordinal) ? message.To.Id : Prefix + message.To.Id;
}
