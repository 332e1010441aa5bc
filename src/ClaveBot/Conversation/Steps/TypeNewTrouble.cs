using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 5 of the official site.</summary>
internal sealed class TypeNewTrouble() : PortalTrouble(new TypeNew())
{
    public override State State => State.TypeNewTrouble;

    public override DialogueText Ask => DialogueText.TypeNewTroubleAsk;

    public override DialogueText Again => DialogueText.TypeNewTroubleAgain;

    public override bool IsAboutTheClave => true;
}
