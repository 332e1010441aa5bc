namespace ClaveBot.Channels.WhatsApp;

/// <summary>How far a message came; later ones are greater.</summary>
public enum MessageRank
{
    Accepted,
    Sent,

    /// <summary>Below "delivered": what is told to have arrived did, whatever else is told.</summary>
    Failed,
    Delivered,
    Read,
}

/// <summary>Twilio's words for it (twilio.com/docs/messaging/api/message-resource, "Message Status values").</summary>
internal static class MessageRanks
{
    /// <summary>Null for what says nothing new, and for words that are not known.</summary>
    public static MessageRank? Of(string status) => status switch
    {
        "sent" => MessageRank.Sent,
        "failed" or "undelivered" or "canceled" => MessageRank.Failed,
        "delivered" or "partially_delivered" => MessageRank.Delivered,
        "read" => MessageRank.Read,
        _ => null,
    };
}
