using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 2 of the official site: the affiliates' services.</summary>
internal sealed class OpenServices : Step
{
    public override State State => State.OpenServices;

    public override DialogueText Ask => DialogueText.OpenServicesAsk;

    public override DialogueText Again => DialogueText.OpenServicesAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override DialogueText Remedies => DialogueText.OpenServicesRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
