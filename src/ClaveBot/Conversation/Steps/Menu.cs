using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Where everything starts and ends.</summary>
internal sealed class Menu : Step
{
    public override State State => State.Menu;

    public override DialogueText Ask => DialogueText.MenuAsk;

    public override DialogueText Again => DialogueText.MenuAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Change, DialogueText.ChoiceChange),
        new(Trigger.Forgot, DialogueText.ChoiceForgot),
        new(Locked, DialogueText.ChoiceLocked),
        new(WrongEmail, DialogueText.ChoiceWrongEmail),
        new(IsItReal, DialogueText.ChoiceIsItReal),
        new(Safety, DialogueText.ChoiceSafety),
        new(Person, DialogueText.ChoicePerson),
        new(Trigger.More, DialogueText.ChoiceMore),
    ];
}
