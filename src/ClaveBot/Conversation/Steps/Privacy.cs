using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>What is kept, for how long, and who sees it; from here one sees it, or has it erased.</summary>
internal sealed class Privacy : Step
{
    public override State State => State.Privacy;

    public override DialogueText Ask => DialogueText.PrivacyAsk;

    public override DialogueText Again => DialogueText.PrivacyAgain;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(MyData, DialogueText.ChoiceMyData),
        new(Trigger.Erase, DialogueText.ChoiceErase),
        new(Back, DialogueText.ChoiceBack),
    ];
}
