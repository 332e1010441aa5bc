using ClaveBot.Reminders;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>When the bot is to write, so that the change is not forgotten; and not to.</summary>
internal sealed class Remind : Step
{
    public override State State => State.Remind;

    public override DialogueText Ask => DialogueText.RemindAsk;

    public override DialogueText Again => DialogueText.RemindAgain;

    public override DialogueText NotUnderstood => DialogueText.RemindNotUnderstood;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(RemindBefore, DialogueText.ChoiceRemindBefore),
        new(RemindIn30, DialogueText.ChoiceRemindIn30),
        new(RemindIn60, DialogueText.ChoiceRemindIn60),
        new(RemindIn90, DialogueText.ChoiceRemindIn90),
        new(StopReminder, DialogueText.ChoiceStopReminder),
        new(No, DialogueText.ChoiceNoThanks),
    ];

    public override IReadOnlyList<Choice> ChoicesFor(ConversationRecord record) => [.. Choices.Where(choice => choice.Trigger switch
    {
        RemindBefore => record.ClaveUntil is not null,
        StopReminder => record.Reminder is not null,
        _ => true,
    })];

    public override Trigger? Read(Words words) => words.Text switch
    {
        "30" or "treinta" or "thirty" => RemindIn30,
        "60" or "sesenta" or "sixty" => RemindIn60,
        "90" or "noventa" or "ninety" => RemindIn90,
        "quitar" or "quitarlo" or "quitelo" or "remove" => StopReminder,
        _ => null,
    };

    internal override Heard? Hear(string text, Words words, DateOnly today) => Read(words) is { } trigger ? new(trigger)
        : DayReader.Read(words, today) is { } day ? new(day.Fault is null ? RemindOn : DayNotTaken) { Day = day }
        : words.MeansNo ? new(No)
        : null;
}
