using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 1 of the official site: get there, by its own address.</summary>
internal sealed class OpenSite : PortalStep
{
    public override State State => State.OpenSite;

    public override DialogueText Ask => DialogueText.OpenSiteAsk;

    public override DialogueText Again => DialogueText.OpenSiteAgain;

    public override StepLink? Link { get; } = new(LinkPurpose.Guide, DialogueText.OpenSiteLabel);

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(SiteDown, DialogueText.ProblemSiteDown, DialogueText.RemedySiteDown, "no abre", "no me abre", "no carga", "no me carga", "no abre la pagina", "no se abre", "esta caida", "se cae", "pagina caida"),
        new(SiteDoubt, DialogueText.ProblemSiteDoubt, DialogueText.RemedySiteDoubt, "es la oficial", "es oficial", "es la correcta", "como se si es", "no se si es", "otra direccion"),
    ];
}
