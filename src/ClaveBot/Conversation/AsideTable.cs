using Stateless;
using static ClaveBot.Conversation.State;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>The states beside the way, the same in both modes: what is not said about the clave itself, and from where one comes back.</summary>
internal static class AsideTable
{
    public static void Asides(this StateMachine<State, Trigger> table, Func<State> whereTheyWere)
    {
        table.Configure(State.More).SubstateOf(Anywhere)
            .PermitReentry(Trigger.More)
            .PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(CheckMessage).SubstateOf(Anywhere)
            .PermitReentry(IsItReal).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(ChooseLanguage).SubstateOf(Anywhere)
            .PermitReentry(Trigger.ChangeLanguage)
            .PermitDynamic(Spanish, whereTheyWere).PermitDynamic(English, whereTheyWere).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(WithPerson).SubstateOf(Anywhere)
            .Answers(ToPerson).PermitReentry(AskPerson)
            .PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere)
            .PermitDynamic(PersonEnded, whereTheyWere).PermitDynamic(PersonAway, whereTheyWere);

        table.Configure(Remind).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Reminder).Answers(DayNotTaken)
            .PermitDynamic(RemindIn30, whereTheyWere).PermitDynamic(RemindIn60, whereTheyWere).PermitDynamic(RemindIn90, whereTheyWere)
            .PermitDynamic(RemindBefore, whereTheyWere).PermitDynamic(RemindOn, whereTheyWere)
            .PermitDynamic(StopReminder, whereTheyWere).PermitDynamic(No, whereTheyWere).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(Reminded).SubstateOf(Anywhere)
            .PermitReentry(ReminderDue).PermitDynamic(No, whereTheyWere).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(Rate).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Comment)
            .Permit(RateVeryBad, Remark).Permit(RateBad, Remark).Permit(RateFair, Remark).Permit(RateGood, Remark).Permit(RateVeryGood, Remark)
            .PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(Remark).SubstateOf(Anywhere)
            .PermitDynamic(Remarked, whereTheyWere).PermitDynamic(No, whereTheyWere).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);

        table.Configure(State.Privacy).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Privacy).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);
    }

    /// <summary>What leads beside the way from everywhere.</summary>
    public static StateMachine<State, Trigger>.StateConfiguration LeadsAside(this StateMachine<State, Trigger>.StateConfiguration anywhere) => anywhere
        .Answers(StopReminder, MyData)
        .Permit(IsItReal, CheckMessage)
        .Permit(Trigger.More, State.More)
        .Permit(Trigger.ChangeLanguage, ChooseLanguage)
        .Permit(Trigger.Reminder, Remind)
        .Permit(ReminderDue, Reminded)
        .Permit(AskPerson, WithPerson)
        .Permit(Trigger.Comment, Rate)
        .Permit(Trigger.Privacy, State.Privacy);
}
