using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>The bot is quiet: what is written goes to the operators, and their answers come back.</summary>
internal sealed class WithPerson : Step
{
    public override State State => State.WithPerson;

    public override DialogueText Ask => DialogueText.WithPersonAsk;

    public override DialogueText Again => DialogueText.WithPersonAgain;

    public override bool IsAside => true;

    // What is written here leaves the chat or is kept, so it is looked at as closely as where a clave is talked of.
    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Back, DialogueText.ChoiceBot),
        new(Trigger.Menu, DialogueText.ChoiceMenu),
    ];

    /// <summary>The few words that are for the bot, and only as the whole text.</summary>
    public override Trigger? Read(Words words) =>
        words.Is("bot", "el bot", "vot", "robot", "volver al bot", "con el bot", "hablar con el bot", "back to the bot", "atras", "back") ? Back
        : words.Is("menu", "menu principal", "volver al menu") ? Trigger.Menu
        : words.Is("cancelar", "cancel") ? Cancel
        : words.MeansNotMe || words.Is("congelar", "congelar la cuenta", "congelar mi cuenta", "not me", "it was not me") ? Trigger.NotMe
        : null;
}
