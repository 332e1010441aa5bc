using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The current clave is not known: the way to recover it.</summary>
internal sealed class Forgot : Step
{
    public override State State => State.Forgot;

    public override DialogueText Ask => DialogueText.ForgotAsk;

    public override DialogueText Again => DialogueText.ForgotAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Yes, DialogueText.ChoiceHaveClave),
        new(Back, DialogueText.ChoiceBack),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) => words.MeansYes || words.MeansDone ? Yes : null;
}
