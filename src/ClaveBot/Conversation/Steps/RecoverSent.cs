using ClaveBot.Conversation.Understanding;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The one-time link of recovery is with the person; cédula, code and new clave go onto its pages.</summary>
internal sealed class RecoverSent : Step
{
    public override State State => State.RecoverSent;

    public override DialogueText Ask => DialogueText.RecoverSentAsk;

    public override DialogueText Again => DialogueText.RecoverSentAgain;

    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Repeat, DialogueText.ChoiceLinkAgain),
        new(NewLink, DialogueText.ChoiceNewLink),
        new(Trouble, DialogueText.ChoiceTrouble),
        new(Cancel, DialogueText.ChoiceCancel),
    ];

    public override StepLink? Link { get; } = new(LinkPurpose.Recover, DialogueText.LinkSentLabel);

    public override DialogueText NotUnderstood => DialogueText.RecoverSentNotUnderstood;

    public override DialogueText Remedies => DialogueText.RecoverSentRemedies;

    public override Trigger? Means(Meaning meaning) => meaning == Meaning.No ? Trouble : null;

    public override Trigger? Read(Words words) => words.Has("otro enlace", "nuevo enlace", "otro link", "otro") ? NewLink : words.MeansNo ? Trouble : words.MeansDone ? Next : null;
}
