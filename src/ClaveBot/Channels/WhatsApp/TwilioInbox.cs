using System.Globalization;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>What people wrote, as Twilio lists it.</summary>
internal sealed class TwilioInbox(WhatsAppSettings settings, HttpClient http, TimeProvider clock)
{
    private readonly TwilioClient twilio = new(settings, http, clock);

    /// <summary>Oldest first.</summary>
    /// <exception cref="HttpRequestException">Twilio was not reached, or gives no list.</exception>
    /// <exception cref="OperationCanceledException">Twilio did not answer in time, or <paramref name="cancellationToken"/> asked for it.</exception>
    public async Task<IReadOnlyList<MissedMessage>> SinceAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        // Twilio filters by the day and writes the second.
        var day = from.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        KeyValuePair<string, string>[] filter = [new("To", settings.FromAddress), new("DateSent>", day), new("PageSize", "500")];
        var found = new List<TwilioMessage>();
        string? next = null;
        do
        {
            var page = await twilio.ListMessagesAsync(filter, next, cancellationToken)
                ?? throw new HttpRequestException(HttpRequestError.InvalidResponse, "Twilio does not list messages.");
            found.AddRange(page.Messages.Where(message => message.IsInbound && message.CreatedAt >= from));
            next = page.Messages.Any(message => message.CreatedAt < from) ? null : page.Next;
        }
        while (next is not null);
        found.Reverse();
        return [.. found.Select(Read)];
    }

    private static MissedMessage Read(TwilioMessage message) => new(message.CreatedAt, new(
        new ChatAddress(Channel.WhatsApp, message.From),
        new MessageId(MessageQueue.Texts, message.Sid, message.Sid),
        message is { HasMedia: false, Body.Length: > 0 }
            ? WhatsAppWords.Read(message.Body, optOut: null)
            : new IncomingContent.Unsupported(UnsupportedKind.Other, message.Body)));
}

/// <summary>A message that may have been missed.</summary>
/// <param name="At">When Twilio got it, to the second.</param>
/// <param name="Message">As its webhook would have brought it, but for buttons, whose text stands for them.</param>
public sealed record MissedMessage(DateTimeOffset At, IncomingMessage Message)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(message)";
}
