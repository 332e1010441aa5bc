using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at step 2 of the official site.</summary>
internal sealed class OpenServicesTrouble() : PortalTrouble(new OpenServices())
{
    public override State State => State.OpenServicesTrouble;

    public override DialogueText Ask => DialogueText.OpenServicesTroubleAsk;

    public override DialogueText Again => DialogueText.OpenServicesTroubleAgain;
}
