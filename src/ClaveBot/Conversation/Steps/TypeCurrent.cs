using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 4 of the official site: cédula, current clave, agreement.</summary>
internal sealed class TypeCurrent : Step
{
    public override State State => State.TypeCurrent;

    public override DialogueText Ask => DialogueText.TypeCurrentAsk;

    public override DialogueText Again => DialogueText.TypeCurrentAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override DialogueText Remedies => DialogueText.TypeCurrentRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
