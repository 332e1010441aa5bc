using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 1 of the official site: get there, by its own address.</summary>
internal sealed class OpenSite : Step
{
    public override State State => State.OpenSite;

    public override DialogueText Ask => DialogueText.OpenSiteAsk;

    public override DialogueText Again => DialogueText.OpenSiteAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Next, DialogueText.ChoiceNext),
        new(Back, DialogueText.ChoiceBack),
        new(Trouble, DialogueText.ChoiceTrouble),
    ];

    public override StepLink? Link { get; } = new(LinkPurpose.Guide, DialogueText.OpenSiteLabel);

    public override DialogueText Remedies => DialogueText.OpenSiteRemedies;

    public override Trigger? Read(Words words) => words.MeansNo ? Trouble : words.MeansYes || words.MeansOn ? Next : null;
}
