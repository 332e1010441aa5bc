using System.Text.RegularExpressions;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Create a message: what it refuses, it refuses with Twilio's codes.</summary>
internal sealed partial class WhatsAppSendMethod(WhatsAppEmulatorOptions options, WhatsAppChats chats, WhatsAppJson json, WhatsAppStatuses statuses)
{
    private const int MaxBody = 1600;

    public WhatsAppAnswer Send(WhatsAppCall call)
    {
        var (to, body) = (call.Text("To"), call.Text("Body"));
        if (Malformed(call, to, body) is { } refusal)
            return refusal;
        var fault = Undeliverable(to);
        if (fault is 21610 || (fault is not null && options.RefusesAtOnce))
            return WhatsAppAnswer.BadRequest(fault.Value, Reason(fault.Value));
        if (fault is not null)
            return WhatsAppAnswer.Created(statuses.Lose(to, body, fault.Value, call.Text("StatusCallback")));
        var message = chats.Add(to, MessageKind.Text, body, fromBot: true, "queued");
        var resource = json.Message(message);
        statuses.Progress(message, call.Text("StatusCallback"));
        return WhatsAppAnswer.Created(resource);
    }

    private WhatsAppAnswer? Malformed(WhatsAppCall call, string to, string body)
    {
        if (to.Length == 0)
            return WhatsAppAnswer.BadRequest(21604, "A 'To' phone number is required.");
        if (call.Text("From").Length == 0)
            return WhatsAppAnswer.BadRequest(21603, "A 'From' phone number is required.");
        if (!string.Equals(call.Text("From"), options.From, StringComparison.Ordinal))
            return WhatsAppAnswer.BadRequest(63007, "Twilio could not find a Channel with the specified From address");
        if (!Address().IsMatch(to))
            return WhatsAppAnswer.BadRequest(21211, $"Invalid 'To' Phone Number: {to}");
        if (call.Text("ContentSid").Length > 0)
            return WhatsAppAnswer.BadRequest(21655, "The ContentSid is invalid: the emulator has no content templates");
        if (body.Length == 0)
            return WhatsAppAnswer.BadRequest(21619, "A text message body or media urls must be specified.");
        return body.Length > MaxBody
            ? WhatsAppAnswer.BadRequest(21617, "The concatenated message body exceeds the 1600 character limit")
            : null;
    }

    private int? Undeliverable(string to)
    {
        if (chats.IsOptedOut(to))
            return 21610;
        if (chats.IsBlocked(to))
            return 63014;
        return chats.IsInWindow(to) ? null : 63016;
    }

    private static string Reason(int code) => code switch
    {
        21610 => "Attempt to send to unsubscribed recipient",
        63014 => "Message failed to send because it was blocked by a user action",
        _ => "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.",
    };

    [GeneratedRegex(@"^whatsapp:(\+[1-9]\d{6,14}|[A-Za-z0-9._-]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
