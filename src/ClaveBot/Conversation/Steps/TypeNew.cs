using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 5 of the official site: the new clave, twice.</summary>
internal sealed class TypeNew : Step
{
    public override State State => State.TypeNew;

    public override DialogueText Ask => DialogueText.TypeNewAsk;

    public override DialogueText Again => DialogueText.TypeNewAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override DialogueText Remedies => DialogueText.TypeNewRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
