using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 6 of the official site: the confirmation by e-mail.</summary>
internal sealed class CheckMail : Step
{
    public override State State => State.CheckMail;

    public override DialogueText Ask => DialogueText.CheckMailAsk;

    public override DialogueText Again => DialogueText.CheckMailAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override DialogueText Remedies => DialogueText.CheckMailRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
