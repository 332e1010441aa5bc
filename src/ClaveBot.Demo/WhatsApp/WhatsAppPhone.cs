using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>A WhatsApp app: what its owner does becomes a signed form post.</summary>
public sealed partial class WhatsAppPhone : Phone
{
    private readonly string profileName;
    private readonly WhatsAppEmulatorOptions options;
    private readonly WhatsAppChats chats;
    private readonly WhatsAppInbound inbound;
    private readonly Action<IReadOnlyDictionary<string, string>> send;

    internal WhatsAppPhone(
        string chat, string profileName, WhatsAppEmulatorOptions options, WhatsAppChats chats, Action<IReadOnlyDictionary<string, string>> send, Bell bell)
        : base(Channel.WhatsApp, chat, chats.Transcript, bell)
    {
        this.profileName = profileName;
        this.options = options;
        this.chats = chats;
        this.send = send;
        inbound = new WhatsAppInbound(options);
    }

    public override Task<PhoneMessage> TypeAsync(string text) => WriteAsync(MessageKind.Text, text, []);

    public override Task<PhoneMessage> SendAsync(MessageKind kind, string words = "") =>
        WriteAsync(kind, words.Length == 0 && kind is MessageKind.Forwarded ? "Texto que escribió otra persona" : words, []);

    /// <summary>Taps the newest button or list item that reads <paramref name="label"/>; where the options are numbered, types the number.</summary>
    public override Task<PhoneMessage> PressAsync(string label)
    {
        var message = NewestReply(reply => ButtonOf(reply, label) is not null || NumberOf(reply, label) is not null)
            ?? throw new InvalidOperationException($"No message offers the option '{label}'.");
        return ButtonOf(message, label) is { } button ? PressAsync(message, button) : TypeAsync(NumberOf(message, label)!);
    }

    /// <summary>Presses one button or item of one message, however old.</summary>
    public override Task<PhoneMessage> PressAsync(PhoneMessage message, PhoneButton button) => message.ListLabel is null
        ? TapButtonAsync(button.Payload!, button.Label)
        : PickFromListAsync(button.Payload!, button.Label);

    /// <summary>Taps a quick reply.</summary>
    public Task<PhoneMessage> TapButtonAsync(string payload, string text) => WriteAsync(MessageKind.Text, text, new(StringComparer.Ordinal)
    {
        ["MessageType"] = "button",
        ["ButtonPayload"] = payload,
        ["ButtonText"] = text,
    });

    /// <summary>Chooses an item of a list picker.</summary>
    public Task<PhoneMessage> PickFromListAsync(string id, string title) => WriteAsync(MessageKind.Text, title, new(StringComparer.Ordinal)
    {
        ["MessageType"] = "interactive",
        ["ListId"] = id,
        ["ListTitle"] = title,
    });

    public override Task BlockAsync() => Blocked(true);

    public override Task UnblockAsync() => Blocked(false);

    private static PhoneButton? ButtonOf(PhoneMessage message, string label) =>
        message.Buttons.FirstOrDefault(button => button.Payload is not null && string.Equals(button.Label, label, StringComparison.OrdinalIgnoreCase));

    private static string? NumberOf(PhoneMessage message, string label) => Option().Matches(message.Text)
        .Where(option => string.Equals(option.Groups["label"].Value.Trim(), label, StringComparison.OrdinalIgnoreCase))
        .Select(option => option.Groups["number"].Value)
        .FirstOrDefault();

    private Task Blocked(bool blocked)
    {
        chats.Block(Chat, blocked);
        return Task.CompletedTask;
    }

    private Task<PhoneMessage> WriteAsync(MessageKind kind, string text, Dictionary<string, string> extra)
    {
        var message = chats.Add(Chat, kind, text, fromBot: false, "received");
        var form = inbound.Form(message, profileName);
        foreach (var (name, value) in extra)
            form[name] = value;
        if (extra.Count > 0 && NewestReply(_ => true) is { } replied)
            form["OriginalRepliedMessageSid"] = replied.Id;
        if (options.TakesStopWords && WhatsAppStopWords.Type(text) is { } type)
        {
            chats.OptOut(Chat, type is "STOP");
            form["OptOutType"] = type;
        }

        send(form);
        return Task.FromResult(message);
    }

    [GeneratedRegex(@"^[ \t*]*(?<number>\d{1,2})[.):*\-–]*[ \t]+(?<label>[^\n]+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
