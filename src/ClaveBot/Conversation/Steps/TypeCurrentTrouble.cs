using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 4 of the official site.</summary>
internal sealed class TypeCurrentTrouble() : PortalTrouble(new TypeCurrent(), new Choice(Trigger.Forgot, DialogueText.ChoiceNoKnow))
{
    public override State State => State.TypeCurrentTrouble;

    public override DialogueText Ask => DialogueText.TypeCurrentTroubleAsk;

    public override DialogueText Again => DialogueText.TypeCurrentTroubleAgain;

    public override bool IsAboutTheClave => true;
}
