using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The e-mail on file is lost: how to correct it, and that one can go on without.</summary>
internal sealed class NoMail : Step
{
    public override State State => State.NoMail;

    public override DialogueText Ask => DialogueText.NoMailAsk;

    public override DialogueText Again => DialogueText.NoMailAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceGoOn),
        new(Back, DialogueText.ChoiceBack),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) => words.MeansYes || words.MeansOn ? Next : null;
}
