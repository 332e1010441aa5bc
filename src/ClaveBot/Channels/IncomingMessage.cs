namespace ClaveBot.Channels;

/// <summary>What a person (or the bot's own clock) said to a conversation. No SDK type goes further than this one.</summary>
public sealed record IncomingMessage(ChatAddress Chat, MessageId Id, IncomingContent Content)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(message)";
}

/// <summary>The identity by which a redelivery is recognised: unique within one chat and queue.</summary>
/// <param name="Queue">Messengers order messages only within a queue.</param>
/// <param name="Value">Telegram: the update id; WhatsApp: the MessageSid; events: an id of the bot's own.</param>
/// <param name="Copy">By this name the messenger deletes or empties the message: Telegram's message id, Twilio's MessageSid; null where there is nothing to delete.</param>
public readonly record struct MessageId(MessageQueue Queue, string Value, string? Copy = null);

/// <summary>Telegram queues texts and button presses apart from each other. The numbers are stored.</summary>
public enum MessageQueue
{
    Texts = 1,
    Presses = 2,
    Events = 3,
}
