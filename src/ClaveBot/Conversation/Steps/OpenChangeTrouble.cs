using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 3 of the official site.</summary>
internal sealed class OpenChangeTrouble() : PortalTrouble(new OpenChange())
{
    public override State State => State.OpenChangeTrouble;

    public override DialogueText Ask => DialogueText.OpenChangeTroubleAsk;

    public override DialogueText Again => DialogueText.OpenChangeTroubleAgain;
}
