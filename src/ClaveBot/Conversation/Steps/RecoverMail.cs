using ClaveBot.Conversation.Understanding;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The clave is forgotten: a code to the e-mail on file is the way to another one.</summary>
internal sealed class RecoverMail : Step
{
    public override State State => State.RecoverMail;

    public override DialogueText Ask => DialogueText.RecoverMailAsk;

    public override DialogueText Again => DialogueText.RecoverMailAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Yes, DialogueText.ChoiceYesMail),
        new(Trouble, DialogueText.ChoiceNoMail),
        new(Next, DialogueText.ChoiceHaveClave),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override DialogueText Remedies => DialogueText.RecoverMailRemedies;

    public override Trigger? Means(Meaning meaning) => meaning is Meaning.No or Meaning.WrongEmail ? Trouble : null;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes ? Yes : words.MeansDone ? Next : null;
}
