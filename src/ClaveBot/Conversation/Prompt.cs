using ClaveBot.Comments;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What a turn says.</summary>
/// <param name="Text">Without the list of choices.</param>
/// <param name="Choices">In the order of their numbers.</param>
public sealed record Prompt(string Text, IReadOnlyList<Choice> Choices);

/// <summary>What a turn decided, before anything is committed.</summary>
/// <param name="Next">The state after it.</param>
/// <param name="Reply">The one message that answers; null when there is nothing to say.</param>
public sealed record TurnPlan(State Next, Prompt? Reply)
{
    /// <summary>What becomes of the one-time link.</summary>
    public LinkEffect Link { get; init; }

    /// <summary>The link this reply carries; null when it carries none.</summary>
    public StepLink? Carries { get; init; }

    /// <summary>What it does beyond the conversation.</summary>
    public AccountEffect Account { get; init; }

    /// <summary>Where an aside began; null outside one.</summary>
    public State? Before { get; init; }

    /// <summary>When the person is to be reminded, from this turn on.</summary>
    public DateTimeOffset? Reminder { get; init; }

    /// <summary>What the person was told or agreed to, this turn included.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>A comment to be kept; null for none.</summary>
    public NumberedComment? Comment { get; init; }

    /// <summary>The reply tells what the comments say, so they must have been read.</summary>
    public bool TellsComments { get; init; }

    /// <summary>What the reply asks about instead of offering the step's choices; empty for none.</summary>
    public IReadOnlyList<Trigger> Offers { get; init; } = [];

    /// <summary>What was written goes to the operators.</summary>
    public bool PassesOn { get; init; }

    /// <summary>The reply offers to write to a person, before the step's choices.</summary>
    public bool OffersPerson { get; init; }

    /// <summary>In which language the conversation goes on.</summary>
    public required Language Language { get; init; }

    /// <summary>The conversation stays where it is, whatever is said.</summary>
    public static TurnPlan Stay(ConversationRecord record, Prompt? reply) =>
        new(record.State, reply)
        {
            Before = record.Before,
            Offers = record.Offered,
            OffersPerson = record.Talk is { IsOffered: true },
            Language = record.Language,
            Reminder = record.Reminder,
            Consents = record.Consents,
        };
}

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
