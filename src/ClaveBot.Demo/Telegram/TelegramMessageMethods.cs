using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Telegram;

/// <summary>sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage: what they refuse, they refuse in Telegram's words.</summary>
internal sealed class TelegramMessageMethods(TelegramChats chats, TelegramJson json)
{
    private const int MaxText = 4096;

    public TelegramAnswer Send(TelegramCall call)
    {
        var chat = call.Text("chat_id");
        if (Unreachable(chat) is { } refusal)
            return refusal;
        if (TextFault(call) is { } fault)
            return fault;
        var (buttons, wrong) = TelegramKeyboard.Read(call);
        return wrong ?? TelegramAnswer.Ok(json.FromBot(chats.Add(chat, MessageKind.Text, call.Text("text"), fromBot: true, buttons)));
    }

    public TelegramAnswer EditText(TelegramCall call)
    {
        if (TextFault(call) is { } fault)
            return fault;
        return Edit(call, (message, buttons) => message with { Text = call.Text("text"), Buttons = buttons, Edited = true });
    }

    public TelegramAnswer EditMarkup(TelegramCall call) => Edit(call, (message, buttons) => message with { Buttons = buttons });

    /// <summary>A bot deletes its own messages and, in private chats, incoming ones, all less than 48 hours old (Bot API, deleteMessage).</summary>
    public TelegramAnswer Delete(TelegramCall call)
    {
        var chat = call.Text("chat_id");
        if (Unreachable(chat) is { } refusal)
            return refusal;
        if (chats.Transcript.Find(chat, call.Text("message_id")) is not { } message)
            return TelegramAnswer.BadRequest("message to delete not found");
        var isGroup = chat.StartsWith('-');
        if (chats.Now - message.At >= TelegramChats.DeleteLife || (isGroup && !message.FromBot))
            return TelegramAnswer.BadRequest("message can't be deleted");
        chats.Transcript.Change(message, old => old with { Deleted = true });
        return TelegramAnswer.Ok(JsonValue.Create(true));
    }

    /// <summary>Why nothing can be sent to <paramref name="chat"/>; null when it can.</summary>
    public TelegramAnswer? Unreachable(string chat)
    {
        if (chat.Length == 0)
            return TelegramAnswer.BadRequest("chat_id is empty");
        if (!chats.Transcript.Knows(chat))
            return TelegramAnswer.BadRequest("chat not found");
        return chats.IsBlocked(chat) ? TelegramAnswer.Blocked() : null;
    }

    private TelegramAnswer Edit(TelegramCall call, Func<PhoneMessage, IReadOnlyList<PhoneButton>, PhoneMessage> edit)
    {
        var chat = call.Text("chat_id");
        if (Unreachable(chat) is { } refusal)
            return refusal;
        var (buttons, wrong) = TelegramKeyboard.Read(call);
        if (wrong is not null)
            return wrong;
        if (chats.Transcript.Find(chat, call.Text("message_id")) is not { } message)
            return TelegramAnswer.BadRequest("message to edit not found");
        if (!message.FromBot)
            return TelegramAnswer.BadRequest("message can't be edited");
        var edited = edit(message, buttons);
        if (string.Equals(edited.Text, message.Text, StringComparison.Ordinal) && edited.Buttons.SequenceEqual(message.Buttons))
        {
            return TelegramAnswer.BadRequest(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        return TelegramAnswer.Ok(json.FromBot(chats.Transcript.Change(message, old => edit(old, buttons))));
    }

    private static TelegramAnswer? TextFault(TelegramCall call)
    {
        var text = call.Text("text");
        if (string.IsNullOrWhiteSpace(text))
            return TelegramAnswer.BadRequest("message text is empty");
        if (text.Length > MaxText)
            return TelegramAnswer.BadRequest("message is too long");
        return call.Text("parse_mode").Length > 0 ? TelegramAnswer.BadRequest("the emulator knows no parse_mode; send plain text") : null;
    }
}
