using ClaveBot.Conversation.Understanding;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>A step of the official site: on, back, or what went wrong. What went wrong can also be said at once, in words.</summary>
internal abstract class PortalStep : Step
{
    private static readonly Choice[] OnBackOrTrouble = [new(Next, DialogueText.ChoiceNext), new(Back, DialogueText.ChoiceBack), new(Trouble, DialogueText.ChoiceTrouble)];

    public override IReadOnlyList<Choice> Choices => OnBackOrTrouble;

    /// <summary>What can have gone wrong here, the likeliest first.</summary>
    public abstract IReadOnlyList<Problem> Problems { get; }

    public override DialogueText? RemedyOf(Trigger trigger) => Problem.RemedyOf(Problems, trigger);

    public override Trigger? Read(Words words) =>
        Problem.In(Problems, words)?.Trigger
        // "No me acuerdo" begins with no, and means more.
        ?? (words.Has("acuerdo", "recuerdo") ? null : words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null);

    public override Trigger? Means(Meaning meaning) => meaning switch
    {
        Meaning.No => Trouble,
        Meaning.Yes => Next,
        _ => null,
    };
}
