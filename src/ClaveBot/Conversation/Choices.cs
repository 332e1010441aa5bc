using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What can be chosen beside a step's own: after "¿quiso decir …?" what it may have meant, and none of it; after the contacts, to write to somebody.</summary>
internal static class Choices
{
    /// <summary>Before a step's own, where somebody asked for a person.</summary>
    public static readonly Choice AskPerson = new(Trigger.AskPerson, DialogueText.ChoiceAskPerson);

    private static readonly Choice NoneOfIt = new(Trigger.Unknown, DialogueText.ChoiceOther);

    public static IReadOnlyList<Choice> Of(IReadOnlyList<Trigger> offered) => [.. offered.Select(trigger => new Choice(trigger, Topics.Of(trigger).Label)), NoneOfIt];
}
