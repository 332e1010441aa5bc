using Stateless;

namespace ClaveBot.Conversation;

internal static class TableWords
{
    /// <summary>Declares triggers that are answered in words and leave the conversation where it is.</summary>
    public static StateMachine<State, Trigger>.StateConfiguration Answers(
        this StateMachine<State, Trigger>.StateConfiguration state, params Trigger[] triggers)
    {
        foreach (var trigger in triggers)
            state.InternalTransition(trigger, static () => { });
        return state;
    }
}
