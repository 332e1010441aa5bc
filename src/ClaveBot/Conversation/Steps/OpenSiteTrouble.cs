using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 1 of the official site.</summary>
internal sealed class OpenSiteTrouble() : PortalTrouble(new OpenSite())
{
    public override State State => State.OpenSiteTrouble;

    public override DialogueText Ask => DialogueText.OpenSiteTroubleAsk;

    public override DialogueText Again => DialogueText.OpenSiteTroubleAgain;
}
