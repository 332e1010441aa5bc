using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 5 of the official site: the new clave, twice.</summary>
internal sealed class TypeNew : PortalStep
{
    public override State State => State.TypeNew;

    public override DialogueText Ask => DialogueText.TypeNewAsk;

    public override DialogueText Again => DialogueText.TypeNewAgain;

    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(NewRefused, DialogueText.ProblemNewRefused, DialogueText.RemedyNewRefused, "no acepta", "no me acepta", "no la acepta", "muy corta", "no cumple", "no es valida", "no permite", "rechaza"),
        new(NewDiffers, DialogueText.ProblemNewDiffers, DialogueText.RemedyNewDiffers, "no son iguales", "no coinciden", "no coincide", "son diferentes", "diferentes", "distintas"),
        new(SessionOver, DialogueText.ProblemSessionOver, DialogueText.RemedySessionOver, "se cerro", "me saco", "caduco", "expiro", "sesion", "se acabo el tiempo"),
    ];
}
