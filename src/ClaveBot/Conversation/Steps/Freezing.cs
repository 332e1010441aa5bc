using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The directory is asked to freeze the account, until it has.</summary>
internal sealed class Freezing : Step
{
    public override State State => State.Freezing;

    public override DialogueText Ask => DialogueText.FreezingAsk;

    public override DialogueText Again => DialogueText.FreezingAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Person, DialogueText.ChoicePerson),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];
}
