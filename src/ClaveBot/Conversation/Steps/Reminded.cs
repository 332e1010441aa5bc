using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The day that somebody asked to be reminded of has come.</summary>
internal sealed class Reminded : Step
{
    public override State State => State.Reminded;

    public override DialogueText Ask => DialogueText.RemindedAsk;

    public override DialogueText Again => DialogueText.RemindedAgain;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Change, DialogueText.ChoiceChange),
        new(Reminder, DialogueText.ChoiceReminderAgain),
        new(No, DialogueText.ChoiceNoThanks),
    ];

    public override Trigger? Read(Words words) =>
        words.MeansNo ? No
        : words.MeansYes ? Change
        : words.Is("despues", "luego", "mas tarde", "mas adelante", "otro dia", "later", "not now") ? Reminder
        : null;
}
