using System.Collections.Concurrent;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Conversation.Understanding;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>
/// From what was said to what it means: buttons by their turn, then numbers, commands and labels, the step's words, everybody's words,
/// and at last free words. What free words alone would end or start over is asked back first.
/// </summary>
internal static class Reading
{
    // The labels of all steps, and nothing that people type.
    private static readonly ConcurrentDictionary<string, string> Folded = new(StringComparer.Ordinal);

    public static Heard Of(ConversationRecord record, IncomingContent content) => Meaning(record, content) switch
    {
        // Offered in the chats that were told of a change, and nowhere else.
        { Trigger: Trigger.NotMe or Trigger.Freeze } when record.Alerts.Count == 0 => new(Trigger.Report),
        var heard => heard,
    };

    private static Heard Meaning(ConversationRecord record, IncomingContent content) => content switch
    {
        IncomingContent.Text text when record.State == State.WithPerson => ToPerson(record, text.Value),
        IncomingContent.Text text => OfText(record, text.Value),
        IncomingContent.Press press => new(PressPayload.Read(press.Payload, record) ?? Trigger.StalePress),
        IncomingContent.Unsupported => new(Trigger.Unsupported),
        IncomingContent.ClaveChanged => new(Trigger.ClaveChanged),
        IncomingContent.ChangedElsewhere => new(Trigger.ChangedElsewhere),
        IncomingContent.AccountFrozen { Person: null } => new(Trigger.FreezeFailed),
        IncomingContent.AccountFrozen => new(Trigger.AccountFrozen),
        IncomingContent.FromGroup => new(Trigger.PersonEnded),
        IncomingContent.TalkOver => new(Trigger.PersonAway),
        IncomingContent.LinkEnded { Reason: LinkEnd.TooManyTries } => new(Trigger.LinkBlocked),
        IncomingContent.LinkEnded => new(Trigger.LinkExpired),
        _ => new(Trigger.Unknown),
    };

    private static Heard OfText(ConversationRecord record, string text)
    {
        var words = new Words(text);
        var step = StepBook.Of(record.State);
        var choices = record.Choices;
        if (words.Number is > 0 and var number)
            return new(number <= choices.Count ? choices[number - 1].Trigger : Trigger.Unknown);
        return Topics.OfCommand(text) is { } command ? new(command)
            : (Chosen(choices, words) ?? AnswerToOffer(record, words) ?? step.Read(words) ?? Vocabulary.Read(words)) is { } exact ? new(exact)
            : OfFreeWords(Understander.Default.Read(text));
    }

    // Not read but passed on, except for the words that end it. A number is an answer to the person, unless nothing was written to one yet.
    private static Heard ToPerson(ConversationRecord record, string text)
    {
        var words = new Words(text);
        var choices = record.Choices;
        var number = record.Talk is { HasWritten: true } ? 0 : words.Number;
        if (number > 0 && number <= choices.Count)
            return new(choices[number - 1].Trigger);
        return new(Topics.OfCommand(text) ?? Chosen(choices, words) ?? StepBook.Of(record.State).Read(words) ?? Trigger.ToPerson);
    }

    private static Trigger? Chosen(IReadOnlyList<Choice> choices, Words words)
    {
        foreach (var choice in choices)
        {
            foreach (var language in Phrases.Languages)
            {
                if (words.Is(Folded.GetOrAdd(choice.Label.Say(language), Words.Fold)))
                    return choice.Trigger;
            }
        }

        return null;
    }

    private static Trigger? AnswerToOffer(ConversationRecord record, Words words) =>
        record.Offered.Count == 0 ? null
        : words.MeansYes && record.Offered.Count == 1 ? record.Offered[0]
        : words.MeansNo ? Trigger.Unknown
        : null;

    private static Heard OfFreeWords(Understood understood)
    {
        if (understood.Sureness == Sureness.None || understood.Best.ToTrigger() is not { } best)
            return new(Trigger.Unknown);
        // A plain answer is taken where the step asks; there is nothing to choose from.
        if (!Topics.Has(best))
            return new(best);
        if (understood.Sureness == Sureness.Sure && best is not (Trigger.Cancel or Trigger.Restart))
            return new(best);
        return understood.Second?.ToTrigger() is { } second && Topics.Has(second) && second != best ? new(Trigger.Ambiguous, best, second) : new(Trigger.Ambiguous, best);
    }
}
