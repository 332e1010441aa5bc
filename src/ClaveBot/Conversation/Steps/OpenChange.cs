using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 3 of the official site: the form.</summary>
internal sealed class OpenChange : PortalStep
{
    public override State State => State.OpenChange;

    public override DialogueText Ask => DialogueText.OpenChangeAsk;

    public override DialogueText Again => DialogueText.OpenChangeAgain;

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(FormHidden, DialogueText.ProblemFormHidden, DialogueText.RemedyFormHidden, "no veo", "no encuentro", "no aparece", "no me sale", "no sale", "no esta", "donde esta"),
        new(OtherAddress, DialogueText.ProblemOtherAddress, DialogueText.RemedyOtherAddress, "otra direccion", "direccion es otra", "no termina", "no es iess", "otra pagina"),
        new(SiteDown, DialogueText.ProblemSiteDown, DialogueText.RemedySiteDown, "no abre", "no me abre", "no carga", "no me carga", "se cae"),
    ];
}
