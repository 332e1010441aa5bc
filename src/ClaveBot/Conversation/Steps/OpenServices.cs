using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 2 of the official site: the affiliates' services.</summary>
internal sealed class OpenServices : PortalStep
{
    public override State State => State.OpenServices;

    public override DialogueText Ask => DialogueText.OpenServicesAsk;

    public override DialogueText Again => DialogueText.OpenServicesAgain;

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(MenuHidden, DialogueText.ProblemMenuHidden, DialogueText.RemedyMenuHidden, "no veo el menu", "no encuentro el menu", "no encuentro", "no aparece", "no veo", "no esta", "donde esta", "cual menu"),
        new(Employer, DialogueText.ProblemIsEmployer, DialogueText.RemedyIsEmployer, "empleador", "patronal", "mi empresa", "soy patrono"),
        new(SiteDown, DialogueText.ProblemSiteDown, DialogueText.RemedySiteDown, "no abre", "no me abre", "no carga", "no me carga", "se cae"),
    ];
}
