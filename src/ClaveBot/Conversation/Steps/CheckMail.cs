using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Step 6 of the official site: the confirmation by e-mail.</summary>
internal sealed class CheckMail : PortalStep
{
    public override State State => State.CheckMail;

    public override DialogueText Ask => DialogueText.CheckMailAsk;

    public override DialogueText Again => DialogueText.CheckMailAgain;

    public override IReadOnlyList<Problem> Problems { get; } =
    [
        new(NoMailCame, DialogueText.ProblemNoMailCame, DialogueText.RemedyNoMailCame, "no llega", "no llego", "no me llega", "no me llego", "no ha llegado", "no hay correo", "no recibi", "no recibo"),
        new(MailLost, DialogueText.ProblemMailLost, DialogueText.RemedyMailLost, "no uso ese correo", "no tengo ese correo", "otro correo", "correo viejo", "correo equivocado", "perdi el correo", "ya no uso", "cambie de correo", "no tengo correo"),
    ];
}
