using Stateless;
using static ClaveBot.Conversation.State;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>Operator mode: steps 1 to 3 here, 4 and 5 on the page, 6 the notice.</summary>
internal static class OperatorTable
{
    /// <param name="table">To be filled.</param>
    /// <param name="whereTheyWere">The state before an aside: the way back from it leads there.</param>
    public static void Configure(StateMachine<State, Trigger> table, Func<State> whereTheyWere)
    {
        table.Configure(Anywhere)
            .Answers(Help, Repeat, GoOn, Ambiguous, Greeting, Thanks, Unknown, StalePress, Trigger.Unsupported, Trouble)
            .Answers(Safety, Helper, Why, Expiry, Locked, WrongEmail, Judged, OwnLink, Employer, Community, Person, Report, Spanish, English)
            .Answers(Trigger.LinkExpired, LinkBlocked)
            .Permit(Change, KnowsClave)
            .Permit(NewLink, LinkSent)
            .Permit(Trigger.Forgot, RecoverMail)
            .Permit(ClaveChanged, Changed)
            .Permit(ChangedElsewhere, Alerted)
            .Permit(Trigger.NotMe, State.NotMe)
            .Permit(AccountFrozen, Frozen)
            .Permit(FreezeFailed, State.Menu)
            .Permit(Trigger.Erase, State.Erase)
            .LeadsAside()
            .Permit(Trigger.Menu, State.Menu)
            .Permit(Cancel, State.Menu)
            .Permit(Restart, State.Menu);

        table.Configure(State.Menu).SubstateOf(Anywhere)
            .PermitReentry(Back).PermitReentry(Greeting).PermitReentry(FreezeFailed)
            .PermitReentry(Trigger.Menu).PermitReentry(Cancel).PermitReentry(Restart);

        table.Configure(KnowsClave).SubstateOf(Anywhere)
            .Permit(Yes, HasMail).Permit(No, RecoverMail).Permit(Back, State.Menu).PermitReentry(Change);

        table.Configure(HasMail).SubstateOf(Anywhere)
            .Permit(Yes, LinkSent).Permit(No, NoMail).Permit(Back, KnowsClave);

        table.Configure(NoMail).SubstateOf(Anywhere)
            .Permit(Next, LinkSent).Permit(Back, HasMail);

        table.Configure(LinkSent).SubstateOf(Anywhere).Answers(Next)
            .PermitReentry(NewLink).Permit(Trigger.LinkExpired, State.LinkExpired).Permit(LinkBlocked, State.LinkExpired).Permit(Back, HasMail);

        table.Configure(State.LinkExpired).SubstateOf(Anywhere)
            .Permit(Back, State.Menu);

        table.Configure(RecoverMail).SubstateOf(Anywhere)
            .Permit(Yes, RecoverSent).Permit(NewLink, RecoverSent).Permit(Next, HasMail).Permit(Back, State.Menu).PermitReentry(Trigger.Forgot);

        table.Configure(RecoverSent).SubstateOf(Anywhere).Answers(Next)
            .PermitReentry(NewLink).Permit(Trigger.LinkExpired, RecoverExpired).Permit(LinkBlocked, RecoverExpired).Permit(Back, RecoverMail);

        table.Configure(RecoverExpired).SubstateOf(Anywhere)
            .Permit(NewLink, RecoverSent).Permit(Back, State.Menu);

        table.Configure(Changed).SubstateOf(Anywhere)
            .Permit(Back, State.Menu).PermitReentry(ClaveChanged).Permit(Greeting, State.Menu);

        table.Configure(Alerted).SubstateOf(Anywhere)
            .PermitReentry(ChangedElsewhere).Permit(WasMe, State.Menu).Permit(Back, State.Menu);

        table.Configure(State.NotMe).SubstateOf(Anywhere)
            .PermitReentry(Trigger.NotMe).Permit(Freeze, Freezing).Permit(WasMe, State.Menu).Permit(Back, State.Menu);

        table.Configure(Freezing).SubstateOf(Anywhere)
            .Permit(Back, State.Menu).Permit(Greeting, State.Menu);

        table.Configure(Frozen).SubstateOf(Anywhere)
            .PermitReentry(AccountFrozen).Permit(Back, State.Menu).Permit(Greeting, State.Menu);

        table.Asides(whereTheyWere);

        table.Configure(State.Erase).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Erase).Permit(EraseAll, State.Menu).Permit(No, State.Menu).Permit(Back, State.Menu);
    }
}
