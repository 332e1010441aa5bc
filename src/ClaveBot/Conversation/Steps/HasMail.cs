using ClaveBot.Conversation.Understanding;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 2: the notice of the change goes to the e-mail on file.</summary>
internal sealed class HasMail : Step
{
    public override State State => State.HasMail;

    public override DialogueText Ask => DialogueText.HasMailAsk;

    public override DialogueText Again => DialogueText.HasMailAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Yes, DialogueText.ChoiceYesMail),
        new(No, DialogueText.ChoiceNoMail),
        new(Back, DialogueText.ChoiceBack),
        new(Cancel, DialogueText.ChoiceCancel),
    ];

    public override Trigger? Read(Words words) => words.MeansNo ? No : words.MeansYes ? Yes : null;

    public override Trigger? Means(Meaning meaning) => meaning == Meaning.WrongEmail ? No : null;
}
