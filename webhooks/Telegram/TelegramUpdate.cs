using ClaveBot.Channels;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>The part of an update that the bot looks at. What it does not know, or finds of another type than documented, is absent.</summary>
/// <param name="Id">64 bits, although Telegram's are smaller so far.</param>
internal sealed record TelegramUpdate(long Id)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(update)";

    public TelegramMessage? Message { get; init; }

    public TelegramMessage? EditedMessage { get; init; }

    public TelegramPress? Press { get; init; }
}

/// <summary>A pressed button.</summary>
/// <param name="Id">With it the button's spinner is stopped.</param>
/// <param name="Data">The payload of the button.</param>
internal sealed record TelegramPress(string Id, string Data, TelegramChat Chat)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(press)";
}

/// <summary>Where something was said.</summary>
internal sealed record TelegramChat(long Id, TelegramChatKind Kind);

/// <summary>The kinds of chat that the bot tells apart.</summary>
internal enum TelegramChatKind
{
    Other,
    Private,
    Group,
}

/// <summary>A message.</summary>
internal sealed record TelegramMessage(TelegramChat Chat)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(message)";

    /// <summary>Its number within the chat; null when it has none that can be read.</summary>
    public long? Id { get; init; }

    /// <summary>Null when it is no text, or when the app wrote the text.</summary>
    public string? Text { get; init; }

    /// <summary>The words below a picture or file.</summary>
    public string? Caption { get; init; }

    /// <summary>Why it is not read as a text; null also for <see cref="IsByTheApp"/>.</summary>
    public UnsupportedKind? Kind { get; init; }

    /// <summary>Noted by the app itself, such as that something was pinned.</summary>
    public bool IsByTheApp { get; init; }

    /// <summary>Written by a bot, or forwarded by Telegram from a linked channel: nobody to answer.</summary>
    public bool IsByABot { get; init; }

    /// <summary>Who wrote the message that this one answers.</summary>
    public long? Answers { get; init; }

    /// <summary>What that message says; null when no bot wrote it, or no text.</summary>
    public string? Answered { get; init; }

    /// <summary>The text or caption with what Telegram recognised in it; empty in private chats, where nobody asks.</summary>
    public IReadOnlyList<TelegramEntity> Entities { get; init; } = [];
}

/// <summary>Something recognised in a text.</summary>
/// <param name="Type">As Telegram names it: <c>bot_command</c>, <c>mention</c> …</param>
/// <param name="Text">The part of the text; empty when the entity lies outside it.</param>
/// <param name="IsAtStart">Whether the text begins with it.</param>
/// <param name="User">Whom it names, where that has no username.</param>
internal sealed record TelegramEntity(string Type, string Text, bool IsAtStart, long? User);
