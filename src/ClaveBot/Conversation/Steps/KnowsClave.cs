using ClaveBot.Conversation.Understanding;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 1: without the current clave there is nothing to change, only to recover.</summary>
internal sealed class KnowsClave : Step
{
    public override State State => State.KnowsClave;

    public override DialogueText Ask => DialogueText.KnowsClaveAsk;

    public override DialogueText Again => DialogueText.KnowsClaveAgain;

    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Yes, DialogueText.ChoiceYesKnow),
        new(No, DialogueText.ChoiceNoKnow),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) => words.MeansNo || words.Has("olvide", "no recuerdo", "no me acuerdo") ? No : words.MeansYes ? Yes : null;

    public override Trigger? Means(Meaning meaning) => meaning == Meaning.Forgot ? No : null;
}
