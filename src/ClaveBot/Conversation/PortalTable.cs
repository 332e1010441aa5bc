using Stateless;
using static ClaveBot.Conversation.State;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>Portal mode: the six steps of the official site, one message each, with Back, Next and "algo salió mal".</summary>
internal static class PortalTable
{
    public static void Configure(StateMachine<State, Trigger> table)
    {
        table.Configure(Anywhere)
            .Answers(Help, Repeat, Safety, Person, Report, Greeting, Thanks, Unknown, StalePress, Trigger.Unsupported, Trouble)
            .Permit(Change, OpenSite)
            .Permit(NewLink, OpenSite)
            .Permit(Trigger.Forgot, State.Forgot)
            .Permit(Trigger.Erase, State.Erase)
            .Permit(Trigger.Menu, State.Menu)
            .Permit(Cancel, State.Menu)
            .Permit(Restart, State.Menu);

        table.Configure(State.Menu).SubstateOf(Anywhere)
            .PermitReentry(Back).PermitReentry(Greeting)
            .PermitReentry(Trigger.Menu).PermitReentry(Cancel).PermitReentry(Restart);

        table.Configure(OpenSite).SubstateOf(Anywhere)
            .Permit(Next, OpenServices).Permit(Back, State.Menu).PermitReentry(NewLink).PermitReentry(Change);
        table.Configure(OpenServices).SubstateOf(Anywhere).Permit(Next, OpenChange).Permit(Back, OpenSite);
        table.Configure(OpenChange).SubstateOf(Anywhere).Permit(Next, TypeCurrent).Permit(Back, OpenServices);
        table.Configure(TypeCurrent).SubstateOf(Anywhere).Permit(Next, TypeNew).Permit(Back, OpenChange);
        table.Configure(TypeNew).SubstateOf(Anywhere).Permit(Next, CheckMail).Permit(Back, TypeCurrent);
        table.Configure(CheckMail).SubstateOf(Anywhere).Permit(Next, Finished).Permit(Back, TypeNew);
        table.Configure(Finished).SubstateOf(Anywhere).Permit(Back, CheckMail).Permit(Greeting, State.Menu);

        table.Configure(State.Erase).SubstateOf(Anywhere)
            .PermitReentry(Trigger.Erase).Permit(EraseAll, State.Menu).Permit(No, State.Menu).Permit(Back, State.Menu);

        table.Configure(State.Forgot).SubstateOf(Anywhere)
            .Permit(Yes, OpenSite).Permit(Back, State.Menu).PermitReentry(Trigger.Forgot);
    }
}
