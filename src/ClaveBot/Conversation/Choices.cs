using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What can be chosen in place of the step's own options, or before them.</summary>
internal static class Choices
{
    /// <summary>Offered after something was written that must not be in a chat: to change the clave now, or to go on.</summary>
    public static readonly IReadOnlyList<Trigger> AfterASecret = [Trigger.Change, Trigger.Repeat];

    /// <summary>Before a step's own, where somebody asked for a person.</summary>
    public static readonly Choice AskPerson = new(Trigger.AskPerson, DialogueText.ChoiceAskPerson);

    private static readonly Choice GoOn = new(Trigger.Repeat, DialogueText.ChoiceGoOnHere);
    private static readonly Choice NoneOfIt = new(Trigger.Unknown, DialogueText.ChoiceOther);

    /// <summary>After "¿quiso decir …?": what it may have meant, and none of it.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Trigger> offered) => offered.SequenceEqual(AfterASecret)
        ? [new(Trigger.Change, DialogueText.ChoiceChange), GoOn]
        : [.. offered.Select(trigger => new Choice(trigger, Topics.Of(trigger).Label)), NoneOfIt];
}
