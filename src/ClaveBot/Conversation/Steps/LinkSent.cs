using ClaveBot.Conversation.Understanding;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 3: the one-time link is with the person; steps 4 and 5 happen on its page.</summary>
internal sealed class LinkSent : Step
{
    public override State State => State.LinkSent;

    public override DialogueText Ask => DialogueText.LinkSentAsk;

    public override DialogueText Again => DialogueText.LinkSentAgain;

    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Repeat, DialogueText.ChoiceLinkAgain),
        new(NewLink, DialogueText.ChoiceNewLink),
        new(Trouble, DialogueText.ChoiceTrouble),
        new(Cancel, DialogueText.ChoiceCancel),
    ];

    public override StepLink? Link { get; } = new(LinkPurpose.Change, DialogueText.LinkSentLabel);

    public override DialogueText NotUnderstood => DialogueText.LinkSentNotUnderstood;

    public override DialogueText Remedies => DialogueText.LinkSentRemedies;

    public override Trigger? Means(Meaning meaning) => meaning == Meaning.No ? Trouble : null;

    public override Trigger? Read(Words words) => words.Has("otro enlace", "nuevo enlace", "otro link", "otro") ? NewLink : words.MeansNo ? Trouble : words.MeansDone ? Next : null;
}
