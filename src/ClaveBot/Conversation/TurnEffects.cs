using ClaveBot.Comments;
using ClaveBot.Conversation.Steps;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>What a turn does beside talking; pure.</summary>
internal static class TurnEffects
{
    /// <summary>What becomes of the one-time link.</summary>
    /// <param name="trigger">What was meant.</param>
    /// <param name="next">The step after it.</param>
    /// <param name="arrives">At that step, which was not there before and is not only repeated.</param>
    /// <param name="endsAside">From an aside to where the person was.</param>
    public static LinkEffect OnLink(Trigger trigger, Step next, bool arrives, bool endsAside) => trigger switch
    {
        Trigger.LinkExpired or LinkBlocked or ClaveChanged => LinkEffect.Forget,
        _ when endsAside => LinkEffect.Keep,
        Cancel or Restart => LinkEffect.Cancel,
        Repeat when next.Link is not null => LinkEffect.Repeat,
        _ when next.Link is not null && arrives => LinkEffect.Issue,
        _ => LinkEffect.Keep,
    };

    /// <summary>What the person was told or agreed to by now.</summary>
    public static IReadOnlyList<Consent> OnConsents(ConversationRecord record, Trigger trigger, DateTimeOffset now) => trigger switch
    {
        Trigger.Privacy => record.Consents.With(ConsentFor.Conversation, now),
        _ when ReminderTurn.Sets(trigger) => record.Consents.With(ConsentFor.Reminder, now),
        StopReminder => record.Consents.Without(ConsentFor.Reminder),
        _ => record.Consents,
    };

    /// <summary>The comment that is to be kept; null for none.</summary>
    public static NumberedComment? CommentOf(Trigger trigger, Heard heard, ConversationRecord record, DateTimeOffset now)
    {
        var last = record.Comments is [.., var note] ? note : null;
        return Rate.RatingOf(trigger) is > 0 and var rating ? new((last?.Number ?? 0) + 1, new(rating, null, record.Chat.Channel, now))
            : trigger == Remarked && heard.Remark is { } remark && last is not null ? new(last.Number, new(last.Rating, Comments.Comment.Cut(remark), record.Chat.Channel, now))
            : null;
    }
}
