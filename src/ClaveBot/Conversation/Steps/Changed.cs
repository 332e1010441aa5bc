using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 6: the directory took the new clave.</summary>
internal sealed class Changed : Step
{
    public override State State => State.Changed;

    public override DialogueText Ask => DialogueText.ChangedAsk;

    public override DialogueText Again => DialogueText.ChangedAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Reminder, DialogueText.ChoiceReminder),
        new(Safety, DialogueText.ChoiceSafety),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];
}
