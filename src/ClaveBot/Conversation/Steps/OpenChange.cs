using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 3 of the official site: the form.</summary>
internal sealed class OpenChange : Step
{
    public override State State => State.OpenChange;

    public override DialogueText Ask => DialogueText.OpenChangeAsk;

    public override DialogueText Again => DialogueText.OpenChangeAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override DialogueText Remedies => DialogueText.OpenChangeRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
