using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>A Telegram app: what its owner does becomes an update.</summary>
public sealed class TelegramPhone : Phone
{
    private static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);
    private readonly long userId;
    private readonly string name;
    private readonly TelegramChats chats;
    private readonly TelegramJson json;
    private readonly Action<string, TimeSpan, JsonObject> send;

    internal TelegramPhone(long chatId, long userId, string name, TelegramChats chats, TelegramJson json, Action<string, TimeSpan, JsonObject> send, Bell bell)
        : base(Channel.Telegram, chatId.ToString(CultureInfo.InvariantCulture), chats.Transcript, bell)
    {
        this.userId = userId;
        this.name = name;
        this.chats = chats;
        this.json = json;
        this.send = send;
    }

    public override Task<PhoneMessage> TypeAsync(string text) => WriteAsync(MessageKind.Text, text);

    /// <summary>Types a text as the reply to a message of this chat.</summary>
    public Task<PhoneMessage> ReplyAsync(PhoneMessage to, string text) => WriteAsync(MessageKind.Text, text, to);

    /// <summary>Sends something else than a text as the reply to a message of this chat.</summary>
    public Task<PhoneMessage> ReplyAsync(PhoneMessage to, MessageKind kind) => WriteAsync(kind, "", to);

    public override Task<PhoneMessage> SendAsync(MessageKind kind, string words = "") =>
        WriteAsync(kind, words.Length == 0 && kind is MessageKind.Forwarded ? "Texto que escribió otra persona" : words);

    /// <summary>Presses an inline button. Buttons that open a page are not pressed: read <see cref="PhoneMessage.Links"/>.</summary>
    public override Task<PhoneMessage> PressAsync(string label)
    {
        var message = NewestReply(reply => ButtonOf(reply, label) is not null)
            ?? throw new InvalidOperationException($"No message offers the button '{label}'.");
        return PressAsync(message, ButtonOf(message, label)!);
    }

    /// <summary>Presses a button of a message, also of an old one.</summary>
    public override Task<PhoneMessage> PressAsync(PhoneMessage message, PhoneButton button)
    {
        var press = chats.Add(Chat, MessageKind.Press, button.Label, fromBot: false);
        var query = new JsonObject
        {
            ["id"] = chats.AddPress(),
            ["from"] = TelegramJson.User(userId, name),
            ["message"] = Carrier(message),
            ["chat_instance"] = Chat,
            ["data"] = button.Payload ?? throw new InvalidOperationException("That button opens a page."),
        };
        send("user " + userId, TelegramChats.PressLife, new JsonObject { ["callback_query"] = query });
        return Task.FromResult(press);
    }

    /// <summary>Edits a message that this person sent.</summary>
    public Task<PhoneMessage> EditAsync(PhoneMessage message, string text)
    {
        var edited = chats.Transcript.Change(message, old => old with { Text = text, Edited = true });
        var written = TelegramJson.FromPerson(edited, userId, name);
        written["edit_date"] = TelegramJson.Date(chats.Now);
        TelegramContent.AddTo(written, edited.Kind, text);
        send("chat " + Chat, MessageLife, new JsonObject { ["edited_message"] = written });
        return Task.FromResult(edited);
    }

    public override Task BlockAsync() => MemberAsync(blocked: true);

    public override Task UnblockAsync() => MemberAsync(blocked: false);

    private static PhoneButton? ButtonOf(PhoneMessage message, string label) =>
        message.Buttons.FirstOrDefault(button => button.Payload is not null && string.Equals(button.Label, label, StringComparison.OrdinalIgnoreCase));

    private Task<PhoneMessage> WriteAsync(MessageKind kind, string text, PhoneMessage? to = null)
    {
        var message = chats.Add(Chat, kind, text, fromBot: false);
        var written = TelegramJson.FromPerson(message, userId, name);
        TelegramContent.AddTo(written, kind, text);
        if (to is not null)
            written["reply_to_message"] = Replied(to);
        send("chat " + Chat, MessageLife, new JsonObject { ["message"] = written });
        return Task.FromResult(message);
    }

    private JsonObject Replied(PhoneMessage to)
    {
        if (to.FromBot)
            return json.FromBot(to);
        var written = TelegramJson.FromPerson(to, userId, name);
        TelegramContent.AddTo(written, to.Kind, to.Text);
        return written;
    }

    private JsonObject Carrier(PhoneMessage message) => new()
    {
        ["message_id"] = long.Parse(message.Id, CultureInfo.InvariantCulture),
        ["chat"] = TelegramJson.Chat(long.Parse(Chat, CultureInfo.InvariantCulture), name),
        ["date"] = TelegramJson.Date(message.At),
        ["text"] = message.Text,
    };

    private Task MemberAsync(bool blocked)
    {
        chats.Block(Chat, blocked);
        var change = new JsonObject
        {
            ["chat"] = TelegramJson.Chat(userId, name),
            ["from"] = TelegramJson.User(userId, name),
            ["date"] = TelegramJson.Date(chats.Now),
            ["old_chat_member"] = Member(blocked ? "member" : "kicked"),
            ["new_chat_member"] = Member(blocked ? "kicked" : "member"),
        };
        send("member " + userId, MessageLife, new JsonObject { ["my_chat_member"] = change });
        return Task.CompletedTask;
    }

    private static JsonObject Member(string status)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = new JsonObject { ["id"] = 1, ["is_bot"] = true, ["first_name"] = "bot" } };
        if (status is "kicked")
            member["until_date"] = 0;
        return member;
    }
}
