using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>What is asked for less often than what the menu shows.</summary>
internal sealed class More : Step
{
    public override State State => State.More;

    public override DialogueText Ask => DialogueText.MoreAsk;

    public override DialogueText Again => DialogueText.MoreAsk;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Why, DialogueText.ChoiceWhy),
        new(Expiry, DialogueText.ChoiceExpiry),
        new(Helper, DialogueText.ChoiceHelper),
        new(Trigger.NotMe, DialogueText.ChoiceNotMe),
        new(Trigger.ChangeLanguage, DialogueText.ChoiceLanguage),
        new(Help, DialogueText.ChoiceHelp),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
        // Last, so that the numbers stay where it is not shown.
        new(Community, DialogueText.ChoiceCommunity),
    ];
}
