using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Everything that is kept of this chat goes, once that is confirmed in exact words.</summary>
internal sealed class Erase : Step
{
    public override State State => State.Erase;

    public override DialogueText Ask => DialogueText.EraseAsk;

    public override DialogueText Again => DialogueText.EraseAgain;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(EraseAll, DialogueText.ChoiceErase),
        new(No, DialogueText.ChoiceKeep),
    ];

    public override Trigger? Read(Words words) =>
        words.Is("borrar todo", "si borrar", "si borrar todo", "si borre todo") ? EraseAll : words.MeansNo || words.DeniesAnEnd || words.Is("cancelar", "cancele", "cancela", "cancel") ? No : null;
}
