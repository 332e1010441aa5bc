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
        new(Reminder, DialogueText.ChoiceReminder),
        new(Expiry, DialogueText.ChoiceExpiry),
        new(Why, DialogueText.ChoiceWhy),
        new(Helper, DialogueText.ChoiceHelper),
        new(Trigger.NotMe, DialogueText.ChoiceNotMe),
        new(Comment, DialogueText.ChoiceComment),
        new(Trigger.Privacy, DialogueText.ChoicePrivacy),
        new(Trigger.ChangeLanguage, DialogueText.ChoiceLanguage),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
        // Last, so that the numbers stay where it is not shown.
        new(Community, DialogueText.ChoiceCommunity),
    ];
}
