using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The link ended unused; a fresh one is offered.</summary>
internal sealed class LinkExpired : Step
{
    public override State State => State.LinkExpired;

    public override DialogueText Ask => DialogueText.LinkExpiredAsk;

    public override DialogueText Again => DialogueText.LinkExpiredAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(NewLink, DialogueText.ChoiceNewLink),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) => words.MeansYes || words.MeansOn || words.Has("otro enlace", "nuevo enlace", "otro link", "otro", "enlace") ? NewLink : words.MeansNo ? Trigger.Menu : null;
}
