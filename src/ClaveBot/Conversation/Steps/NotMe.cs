using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>"No fui yo": the account is frozen only once that is confirmed, in exact words.</summary>
internal sealed class NotMe : Step
{
    public override State State => State.NotMe;

    public override DialogueText Ask => DialogueText.NotMeAsk;

    public override DialogueText Again => DialogueText.NotMeAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Freeze, DialogueText.ChoiceFreeze),
        new(WasMe, DialogueText.ChoiceWasMe),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) =>
        words.Is("congelar", "congelar la cuenta", "si congelar", "congele la cuenta") ? Freeze
        : words.Is("fui yo", "si fui yo", "yo fui") ? WasMe
        : null;
}
