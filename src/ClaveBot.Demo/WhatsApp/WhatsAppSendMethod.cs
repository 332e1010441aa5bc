using System.Text.RegularExpressions;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Create a message: what it refuses, it refuses with Twilio's codes.</summary>
internal sealed partial class WhatsAppSendMethod(WhatsAppEmulatorOptions options, WhatsAppChats chats, WhatsAppContents contents, WhatsAppJson json, WhatsAppStatuses statuses)
{
    private const int MaxBody = 1600;

    public WhatsAppAnswer Send(WhatsAppCall call)
    {
        if (Malformed(call) is { } refusal)
            return refusal;
        var content = call.Text("ContentSid") is { Length: > 0 } sid ? contents.Find(sid) : null;
        var rendering = content?.Render(call.Text("ContentVariables"));
        var (to, text, callback) = (call.Text("To"), rendering?.Body ?? call.Text("Body"), call.Text("StatusCallback"));
        var fault = Undeliverable(to, content, rendering);
        if (fault is 21610 || (fault is not null && options.RefusesAtOnce))
            return WhatsAppAnswer.BadRequest(fault.Value, Reason(fault.Value));
        if (fault is not null)
            return WhatsAppAnswer.Created(statuses.Lose(to, text, fault.Value, callback));
        var message = chats.Add(to, MessageKind.Text, text, fromBot: true, "queued", rendering);
        var resource = json.Message(message);
        statuses.Progress(message, callback);
        return WhatsAppAnswer.Created(resource);
    }

    private WhatsAppAnswer? Malformed(WhatsAppCall call)
    {
        var (to, body) = (call.Text("To"), call.Text("Body"));
        if (to.Length == 0)
            return WhatsAppAnswer.BadRequest(21604, "A 'To' phone number is required.");
        if (call.Text("From").Length == 0)
            return WhatsAppAnswer.BadRequest(21603, "A 'From' phone number is required.");
        if (!string.Equals(call.Text("From"), options.From, StringComparison.Ordinal))
            return WhatsAppAnswer.BadRequest(63007, "Twilio could not find a Channel with the specified From address");
        if (!Address().IsMatch(to))
            return WhatsAppAnswer.BadRequest(21211, $"Invalid 'To' Phone Number: {to}");
        if (call.Text("ContentSid").Length > 0)
            return MalformedContent(call);
        if (call.Text("ContentVariables").Length > 0)
            return WhatsAppAnswer.BadRequest(21654, "ContentSid is required");
        if (body.Length == 0)
            return WhatsAppAnswer.BadRequest(21619, "A text message body or media urls must be specified.");
        return body.Length > MaxBody
            ? WhatsAppAnswer.BadRequest(21617, "The concatenated message body exceeds the 1600 character limit")
            : null;
    }

    private WhatsAppAnswer? MalformedContent(WhatsAppCall call) => contents.Find(call.Text("ContentSid")) switch
    {
        null => WhatsAppAnswer.BadRequest(21655, "The ContentSid Parameter is invalid"),
        var content when content.Render(call.Text("ContentVariables")) is null => WhatsAppAnswer.BadRequest(21656, "The ContentVariables Parameter is invalid"),
        _ => null,
    };

    private int? Undeliverable(string to, WhatsAppContent? content, WhatsAppRendering? rendering)
    {
        if (chats.IsOptedOut(to))
            return 21610;
        if (chats.IsBlocked(to))
            return 63014;
        if (!chats.IsInWindow(to) && content is not { IsApproved: true })
            return 63016;
        return rendering is null || rendering.IsShown(content!.IsApproved) ? null : 63021;
    }

    private static string Reason(int code) => code switch
    {
        21610 => "Attempt to send to unsubscribed recipient",
        63021 => "Channel invalid content error",
        63014 => "Message failed to send because it was blocked by a user action",
        _ => "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.",
    };

    [GeneratedRegex(@"^whatsapp:(\+[1-9]\d{6,14}|[A-Za-z0-9._-]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
