namespace ClaveBot.Demo.Phones;

/// <summary>One message of a chat, as the phone shows it.</summary>
public sealed record PhoneMessage
{
    /// <summary>Its place among all messages of the emulator, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The messenger's name of the chat, as in <see cref="Channels.ChatAddress.Id"/>.</summary>
    public required string Chat { get; init; }

    /// <summary>Telegram: the message id; Twilio: the MessageSid.</summary>
    public required string Id { get; init; }

    public required bool FromBot { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What can be pressed below it, top to bottom.</summary>
    public IReadOnlyList<PhoneButton> Buttons { get; init; } = [];

    /// <summary>On WhatsApp what opens the list in which the buttons are; null when they stand below the message.</summary>
    public string? ListLabel { get; init; }

    /// <summary>The addresses it offers, from buttons and from the text.</summary>
    public IReadOnlyList<Uri> Links { get; init; } = [];

    public bool Edited { get; init; }

    /// <summary>Gone from the chat; Telegram only.</summary>
    public bool Deleted { get; init; }

    /// <summary>Twilio's copy was emptied or deleted; the phone still shows it.</summary>
    public bool Redacted { get; init; }

    /// <summary>Twilio's status of it; empty on Telegram.</summary>
    public string Status { get; init; } = "";

    /// <summary>Twilio's reason for not delivering it.</summary>
    public int? ErrorCode { get; init; }
}

/// <summary>A button below a message: it either answers the bot or opens a page.</summary>
public sealed record PhoneButton(string Label, string? Payload, Uri? Url);
