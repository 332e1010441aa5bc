using ClaveBot.Conversation.Understanding;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>One state of the conversation: what is said on arriving there, what can be chosen, and which words mean what there.</summary>
public abstract class Step
{
    /// <summary>The state of the same name.</summary>
    public abstract State State { get; }

    /// <summary>Said on arriving.</summary>
    public abstract DialogueText Ask { get; }

    /// <summary>The step in one line, said after an interruption was answered.</summary>
    public abstract DialogueText Again { get; }

    /// <summary>The way on first; number N of a typed answer is the Nth of these.</summary>
    public abstract IReadOnlyList<Choice> Choices { get; }

    /// <summary>Of <see cref="Choices"/> and others, those that this conversation can take here.</summary>
    public virtual IReadOnlyList<Choice> ChoicesFor(ConversationRecord record) => Choices;

    /// <summary>What can have gone wrong here, each with its remedy.</summary>
    public virtual DialogueText Remedies => DialogueText.TroubleAnywhere;

    /// <summary>The remedy of one thing that can have gone wrong here; null when it is none of these.</summary>
    public virtual DialogueText? RemedyOf(Trigger trigger) => null;

    /// <summary>Said when a text was not understood here.</summary>
    public virtual DialogueText NotUnderstood => DialogueText.NotUnderstood;

    /// <summary>The way back, or an end, leads to where the person was before, and that step is repeated in one line.</summary>
    public virtual bool IsAside => false;

    /// <summary>A clave is on people's minds here: a word alone that nobody understands may be one.</summary>
    public virtual bool IsAboutTheClave => false;

    /// <summary>The one-time link that this step sends; null when it sends none.</summary>
    public virtual StepLink? Link => null;

    /// <summary>The step's own vocabulary, tried before the global one. Null: not a word of this step.</summary>
    public virtual Trigger? Read(Words words) => null;

    /// <summary>As <see cref="Read"/>, where more than a trigger is heard.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="words">As read.</param>
    /// <param name="today">By the people's clock.</param>
    internal virtual Heard? Hear(string text, Words words, DateOnly today) => Read(words) is { } trigger ? new(trigger) : null;

    /// <summary>What free words mean here; null: the same as everywhere.</summary>
    public virtual Trigger? Means(Meaning meaning) => null;
}

/// <summary>Something that can be chosen in a step.</summary>
public sealed record Choice(Trigger Trigger, DialogueText Label);

/// <summary>A one-time link that a step sends.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Label">What its button says.</param>
public sealed record StepLink(LinkPurpose Purpose, DialogueText Label);
