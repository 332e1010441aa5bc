using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The account is frozen: where to go now.</summary>
internal sealed class Frozen : Step
{
    public override State State => State.Frozen;

    public override DialogueText Ask => DialogueText.FrozenAsk;

    public override DialogueText Again => DialogueText.FrozenAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Person, DialogueText.ChoicePerson),
        new(Safety, DialogueText.ChoiceSafety),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];
}
