using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 4 of the official site: cédula, current clave, agreement.</summary>
internal sealed class TypeCurrent : PortalStep
{
    public override State State => State.TypeCurrent;

    public override DialogueText Ask => DialogueText.TypeCurrentAsk;

    public override DialogueText Again => DialogueText.TypeCurrentAgain;

    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(ClaveRefused, DialogueText.ProblemClaveRefused, DialogueText.RemedyClaveRefused, "no acepta", "no me acepta", "incorrecta", "incorrectos", "no coinciden", "no coincide", "equivocada", "no es la clave", "datos erroneos"),
        new(Locked, DialogueText.ProblemLocked, DialogueText.RemedyLocked, "bloqueada", "bloqueado", "bloqueo", "se bloqueo", "bloquearon", "desbloquear"),
        new(NothingHappens, DialogueText.ProblemNothingHappens, DialogueText.RemedyNothingHappens, "no pasa nada", "no hace nada", "no avanza", "el boton no", "no responde"),
    ];
}
