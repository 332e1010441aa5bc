using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>All six steps are done.</summary>
internal sealed class Finished : Step
{
    public override State State => State.Finished;

    public override DialogueText Ask => DialogueText.FinishedAsk;

    public override DialogueText Again => DialogueText.FinishedAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Reminder, DialogueText.ChoiceReminder),
        new(Safety, DialogueText.ChoiceSafety),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];
}
