using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The clave was changed from another chat: was it this person?</summary>
internal sealed class Alerted : Step
{
    public override State State => State.Alerted;

    public override DialogueText Ask => DialogueText.AlertedAsk;

    public override DialogueText Again => DialogueText.AlertedAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(WasMe, DialogueText.ChoiceWasMe),
        new(Trigger.NotMe, DialogueText.ChoiceNotMe),
    ];

    // A bare "no" may mean either; "no fui yo" is everybody's word.
    public override Trigger? Read(Words words) => words.Is("fui yo", "si fui yo", "si", "yo fui", "si yo fui") ? WasMe : null;
}
