using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 6 of the official site.</summary>
internal sealed class CheckMailTrouble() : PortalTrouble(new CheckMail())
{
    public override State State => State.CheckMailTrouble;

    public override DialogueText Ask => DialogueText.CheckMailTroubleAsk;

    public override DialogueText Again => DialogueText.CheckMailTroubleAgain;
}
