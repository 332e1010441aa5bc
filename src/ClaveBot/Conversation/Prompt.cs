using ClaveBot.Conversation.Steps;

namespace ClaveBot.Conversation;

/// <summary>What a turn says.</summary>
/// <param name="Text">Without the list of choices.</param>
/// <param name="Choices">In the order of their numbers.</param>
public sealed record Prompt(string Text, IReadOnlyList<Choice> Choices);

/// <summary>What a turn decided, before anything is committed.</summary>
/// <param name="Next">The state after it.</param>
/// <param name="Reply">The one message that answers; null when there is nothing to say.</param>
/// <param name="Link">What becomes of the one-time link.</param>
/// <param name="Carries">The link this reply carries; null when it carries none.</param>
/// <param name="Account">What it does beyond the conversation.</param>
public sealed record TurnPlan(State Next, Prompt? Reply, LinkEffect Link = LinkEffect.Keep, StepLink? Carries = null, AccountEffect Account = AccountEffect.None);

/// <summary>What a turn does with the one-time link of its conversation.</summary>
public enum LinkEffect
{
    Keep,

    /// <summary>A new one, which ends the one before.</summary>
    Issue,

    /// <summary>The same again; a new one when there is none.</summary>
    Repeat,

    /// <summary>The person gave up: it ends.</summary>
    Cancel,

    /// <summary>The conversation is erased: it ends without a trace.</summary>
    Erase,

    /// <summary>Its time is over, or it was blocked: it is forgotten.</summary>
    Forget,
}
