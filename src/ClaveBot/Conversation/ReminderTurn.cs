using ClaveBot.Conversation.Steps;
using ClaveBot.Reminders;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>What a turn means for the reminder; pure.</summary>
internal static class ReminderTurn
{
    /// <summary>Whether it sets one.</summary>
    public static bool Sets(Trigger trigger) => trigger is RemindIn30 or RemindIn60 or RemindIn90 or RemindBefore or RemindOn;

    /// <summary>With the day that a choice stands for. One that is not taken is asked about again.</summary>
    public static Heard Dated(Heard heard, ConversationRecord record, ReminderDays days, DateTimeOffset now)
    {
        var today = days.DayOf(now);
        DateOnly? chosen = heard.Trigger switch
        {
            RemindIn30 => today.AddDays(30),
            RemindIn60 => today.AddDays(60),
            RemindIn90 => today.AddDays(90),
            RemindBefore when record.ClaveUntil is { } until => days.DayBefore(until),
            _ => null,
        };
        return chosen is not { } day ? heard
            : ReminderDays.FaultOf(day, today) is { } fault ? new(DayNotTaken) { Day = new(fault) }
            : heard with { Day = new(day) };
    }

    /// <summary>When the person is to be reminded after this turn.</summary>
    public static DateTimeOffset? After(Trigger trigger, Heard heard, ConversationRecord record, ReminderDays days) => trigger switch
    {
        StopReminder or ReminderDue => null,
        _ when Sets(trigger) && heard.Day is { Fault: null } read => days.MomentOn(read.Day),
        _ => record.Reminder,
    };

    /// <summary>What is said about it; null when nothing is.</summary>
    public static DialogueText? Answer(Trigger trigger, Heard heard, Step here, ConversationRecord record) => trigger switch
    {
        _ when Sets(trigger) => DialogueText.ReminderSet,
        StopReminder => record.Reminder is null ? DialogueText.ReminderNone : DialogueText.ReminderStopped,
        DayNotTaken => heard.Day?.Fault switch
        {
            DayFault.Past => DialogueText.DayPast,
            DayFault.TooFar => DialogueText.DayTooFar,
            _ => DialogueText.DayUnclear,
        },
        No when here.State == State.Reminded => DialogueText.NoMoreReminders,
        No when here.State == State.Remind => record.Reminder is null ? DialogueText.NoReminder : DialogueText.ReminderKept,
        _ => null,
    };
}
