using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>What becomes of a sent message: queued, sent, delivered, read, or failed; told to the StatusCallback if one was given.</summary>
internal sealed class WhatsAppStatuses(WhatsAppEmulatorOptions options, WhatsAppChats chats, WhatsAppJson json, WhatsAppPost post, Func<WhatsAppWebhook?> webhook)
{
    /// <summary>Everything after "queued"; Twilio posts no callback for the first status.</summary>
    private static readonly string[] Steps = ["sent", "delivered", "read"];

    public void Progress(PhoneMessage message, string callback) => _ = Task.Run(async () =>
    {
        foreach (var status in Steps)
            await TellAsync(chats.Transcript.Change(message, old => old with { Status = status }), callback);
    });

    /// <summary>Accepts a message that WhatsApp will not deliver: it never reaches the phone.</summary>
    public JsonObject Lose(string to, string body, int errorCode, string callback)
    {
        var lost = new PhoneMessage
        {
            Number = 0,
            Chat = to,
            Id = WhatsAppSid.Message(),
            FromBot = true,
            Kind = MessageKind.Text,
            Text = body,
            At = chats.Now,
            Status = "queued",
        };
        _ = Task.Run(() => TellAsync(lost with { Status = "undelivered", ErrorCode = errorCode }, callback));
        return json.Message(lost);
    }

    private async Task TellAsync(PhoneMessage message, string callback)
    {
        if (Uri.TryCreate(callback, UriKind.Absolute, out var url))
            await TellAsync(url, message.Chat, message.Id, message.Status, message.ErrorCode);
    }

    /// <summary>Posts one status callback; where the public address exists only in the signature, to where the webhook is.</summary>
    public async Task TellAsync(Uri url, string chat, string sid, string status, int? errorCode)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = sid,
            ["SmsSid"] = sid,
            ["MessageStatus"] = status,
            ["SmsStatus"] = status,
            ["AccountSid"] = options.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = options.From,
            ["To"] = chat,
            ["ChannelPrefix"] = "whatsapp",
            ["ChannelToAddress"] = chat.Split(':')[^1],
        };
        if (errorCode is { } code)
            form["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        await post.SendAsync(url, ConnectTo(url), form, CancellationToken.None);
    }

    private Uri ConnectTo(Uri url) => webhook() is { } known && url.Authority == known.PublicUrl.Authority
        ? new Uri(known.ConnectTo.GetLeftPart(UriPartial.Authority) + url.PathAndQuery)
        : url;
}
