using ClaveBot.Channels;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>Turns Twilio's form into what a person said; null when it names no message or no sender.</summary>
internal static class WhatsAppMapper
{
    private const string Prefix = "whatsapp:";
    private const string Number = Prefix + "+";

    public static IncomingMessage? Map(TwilioForm form) =>
        form["MessageSid"] is { Length: > 0 } sid && Sender(form) is { Length: > 0 } sender
            ? new IncomingMessage(new ChatAddress(Channel.WhatsApp, sender), new MessageId(MessageQueue.Texts, sid, sid), WhatsAppContent.Of(form))
            : null;

    /// <summary>The chat of an address that we sent to: one that is no number was given a prefix for it.</summary>
    public static string ChatOf(string to) => to.StartsWith(Prefix, StringComparison.Ordinal) && !to.StartsWith(Number, StringComparison.Ordinal) ? to[Prefix.Length..] : to;

    /// <summary>Since 2026 people with a WhatsApp username may have no number: Twilio then names them by ExternalUserId.</summary>
    private static string? Sender(TwilioForm form)
    {
        var from = form["From"];
        if (from?.StartsWith(Number, StringComparison.Ordinal) == true && from.Length > Number.Length)
            return from;
        return form["ExternalUserId"] is { Length: > 0 } user ? user : from;
    }
}
