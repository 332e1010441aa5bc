using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What can be chosen after "¿quiso decir …?": what it may have meant, and none of it.</summary>
internal static class Choices
{
    private static readonly Choice NoneOfIt = new(Trigger.Unknown, DialogueText.ChoiceOther);

    public static IReadOnlyList<Choice> Of(IReadOnlyList<Trigger> offered) => [.. offered.Select(trigger => new Choice(trigger, Topics.Of(trigger).Label)), NoneOfIt];
}
