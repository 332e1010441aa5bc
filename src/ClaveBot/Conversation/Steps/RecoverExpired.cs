using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The link of recovery ended unused; a fresh one is offered.</summary>
internal sealed class RecoverExpired : Step
{
    public override State State => State.RecoverExpired;

    public override DialogueText Ask => DialogueText.RecoverExpiredAsk;

    public override DialogueText Again => DialogueText.LinkExpiredAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(NewLink, DialogueText.ChoiceNewLink),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) => words.MeansYes || words.MeansOn || words.Has("otro enlace", "nuevo enlace", "otro link", "otro", "enlace") ? NewLink : words.MeansNo ? Trigger.Menu : null;
}
