using Stateless;
using static ClaveBot.Conversation.State;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>Portal mode: the six steps of the official site, one message each, with Back, Next and "algo salió mal".</summary>
internal static class PortalTable
{
    /// <param name="table">To be filled.</param>
    /// <param name="whereTheyWere">The state before an aside: the way back from it leads there.</param>
    public static void Configure(StateMachine<State, Trigger> table, Func<State> whereTheyWere)
    {
        table.Configure(Anywhere)
            .Answers(Help, Repeat, GoOn, Ambiguous, Greeting, Thanks, Unknown, StalePress, Trigger.Unsupported, Trouble)
            .Answers(Safety, Helper, Why, Expiry, Locked, WrongEmail, Judged, OwnLink, Employer, Community, Person, Report, Spanish, English)
            .Answers(Trigger.NotMe)
            .Permit(Change, OpenSite)
            .Permit(NewLink, OpenSite)
            .Permit(Trigger.Forgot, State.Forgot)
            .Permit(Trigger.Erase, State.Erase)
            .LeadsAside()
            .Permit(Trigger.Menu, State.Menu)
            .Permit(Cancel, State.Menu)
            .Permit(Restart, State.Menu);

        table.Configure(State.Menu).SubstateOf(Anywhere)
            .PermitReentry(Back).PermitReentry(Greeting)
            .PermitReentry(Trigger.Menu).PermitReentry(Cancel).PermitReentry(Restart);

        Site(table, OpenSite, OpenSiteTrouble, before: State.Menu, after: OpenServices).PermitReentry(NewLink).PermitReentry(Change);
        Site(table, OpenServices, OpenServicesTrouble, before: OpenSite, after: OpenChange);
        Site(table, OpenChange, OpenChangeTrouble, before: OpenServices, after: TypeCurrent);
        Site(table, TypeCurrent, TypeCurrentTrouble, before: OpenChange, after: TypeNew);
        Site(table, TypeNew, TypeNewTrouble, before: TypeCurrent, after: CheckMail);
        Site(table, CheckMail, CheckMailTrouble, before: TypeNew, after: Finished);
        table.Configure(Finished).SubstateOf(Anywhere).Permit(Back, CheckMail).Permit(Greeting, State.Menu);

        table.Asides(whereTheyWere);

        table.Configure(State.Erase).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Erase).Permit(EraseAll, State.Menu).Permit(No, State.Menu).Permit(Back, State.Menu);

        table.Configure(State.Forgot).SubstateOf(Anywhere)
            .Permit(Yes, OpenSite).Permit(Back, State.Menu).PermitReentry(Trigger.Forgot);
    }

    /// <summary>One step of the official site, and what can go wrong at it: asked for, or said at once.</summary>
    private static StateMachine<State, Trigger>.StateConfiguration Site(
        StateMachine<State, Trigger> table, State step, State trouble, State before, State after)
    {
        Trigger[] problems = [.. ((Steps.PortalStep)Steps.StepBook.Of(step)).Problems.Select(problem => problem.Trigger)];
        table.Configure(trouble).SubstateOf(Anywhere).Answers(problems).Permit(Next, after).Permit(Back, step);
        return table.Configure(step).SubstateOf(Anywhere).Answers(problems).Permit(Next, after).Permit(Back, before).Permit(Trouble, trouble);
    }
}
