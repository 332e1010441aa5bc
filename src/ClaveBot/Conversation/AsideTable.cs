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

        table.Configure(ChooseLanguage).SubstateOf(Anywhere)
            .PermitReentry(Trigger.ChangeLanguage)
            .PermitDynamic(Spanish, whereTheyWere).PermitDynamic(English, whereTheyWere).PermitDynamic(Back, whereTheyWere).PermitDynamic(Cancel, whereTheyWere);
    }
}
