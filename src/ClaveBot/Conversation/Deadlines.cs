using ClaveBot.Reminders;
using ClaveBot.Settings;

namespace ClaveBot.Conversation;

/// <summary>When something must happen in a conversation by itself.</summary>
public sealed class Deadlines(ClaveBotSettings settings)
{
    private static readonly TimeSpan BetweenOwnWords = TimeSpan.FromHours(1);

    private readonly QuietHours quiet = QuietHours.Of(settings);

    /// <summary>When somebody must look at a conversation next: its link's end, its reminder, the bot's turn again after a person's, or the end of its retention.</summary>
    public DateTimeOffset NextOf(ConversationRecord record)
    {
        var next = RetentionEnd(record);
        if (ReminderAt(record) is { } reminder && reminder < next)
            next = reminder;
        if (record.Link is { } link && link.Until < next)
            next = link.Until;
        return record.Talk?.End is { } over && over < next ? over : next;
    }

    /// <summary>
    /// When the person is reminded; null when not at all. Not in quiet hours, and not in the midst of a change, of a talk with a person, or right after something else
    /// that the bot said by itself.
    /// </summary>
    public DateTimeOffset? ReminderAt(ConversationRecord record)
    {
        if (record.Reminder is not { } at)
            return null;
        var after = record.Link is { } link && link.Until > record.LastEventAt ? link.Until : record.LastEventAt;
        after = record.Talk?.End is { } over && over > after ? over : after;
        return quiet.Next(at > after + BetweenOwnWords ? at : after + BetweenOwnWords);
    }

    /// <summary>When it may be said at the earliest, seen from now: a host that slept may find a reminder at night.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset now) => quiet.Next(now);

    /// <summary>When nobody needs a conversation any more: it counts from the last thing that happens in it, whoever does it.</summary>
    public DateTimeOffset RetentionEnd(ConversationRecord record) =>
        record.LastThingAt + settings.Retention.Conversation;
}
