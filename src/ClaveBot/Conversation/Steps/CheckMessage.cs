using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>"¿Es un mensaje real?": whatever is written here is judged, one message after the other, until the person goes back.</summary>
internal sealed class CheckMessage : Step
{
    public override State State => State.CheckMessage;

    public override DialogueText Ask => DialogueText.CheckMessageAsk;

    public override DialogueText Again => DialogueText.CheckMessageAgain;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(IsItReal, DialogueText.ChoiceAnotherMessage),
        new(Back, DialogueText.ChoiceBack),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    public override Trigger? Read(Words words) =>
        words.Is("otro", "uno mas", "otro enlace", "otro link", "tengo otro") ? IsItReal
        : words.Is("no", "no gracias", "listo", "ya", "ya esta", "eso es todo", "nada mas", "ninguno") ? Back
        : null;
}
