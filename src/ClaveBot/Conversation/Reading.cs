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
        IncomingContent.Text text => OfText(record, text.Value),
        IncomingContent.Press press => new(PressPayload.Read(press.Payload, record) ?? Trigger.StalePress),
        IncomingContent.Unsupported => new(Trigger.Unsupported),
        IncomingContent.ClaveChanged => new(Trigger.ClaveChanged),
        IncomingContent.ChangedElsewhere => new(Trigger.ChangedElsewhere),
        IncomingContent.AccountFrozen { Person: null } => new(Trigger.FreezeFailed),
        IncomingContent.AccountFrozen => new(Trigger.AccountFrozen),
        IncomingContent.LinkEnded { Reason: LinkEnd.TooManyTries } => new(Trigger.LinkBlocked),
        IncomingContent.LinkEnded => new(Trigger.LinkExpired),
        _ => new(Trigger.Unknown),
    };

    private static Heard OfText(ConversationRecord record, string text)
    {
        var words = new Words(text);
        var step = StepBook.Of(record.State);
        var choices = record.Choices;
        if (words.Number > choices.Count)
            return new(Trigger.Unknown);
        return (Chosen(record, text, words) ?? AnswerToOffer(record, words) ?? step.Read(words) ?? Vocabulary.Read(words)) is { } exact
            ? new(exact)
            : OfFreeWords(step, words, Understander.Default.Read(text));
    }

    /// <summary>What is chosen by number, command or label, to the letter; null when it is none of these.</summary>
    public static Trigger? Chosen(ConversationRecord record, string text, Words words)
    {
        var choices = record.Choices;
        if (words.Number > 0 && words.Number <= choices.Count)
            return choices[words.Number - 1].Trigger;
        if (Topics.OfCommand(text) is { } command)
            return command;
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

    private static Heard OfFreeWords(Step step, Words words, Understood understood)
    {
        if (understood.Sureness != Sureness.None && step.Means(understood.Best) is { } here)
            return new(here);
        if (understood.Sureness == Sureness.None || understood.Best.ToTrigger() is not { } best)
            return new(Trigger.Unknown);
        // A plain answer is taken where the step asks; there is nothing to choose from.
        if (!Topics.Has(best))
            return new(best);
        if (best == Trigger.Safety && words.SpeakOfAHelper)
            return new(Trigger.Helper);
        if (understood.Sureness == Sureness.Sure && best is not (Trigger.Cancel or Trigger.Restart))
            return new(best);
        return understood.Second?.ToTrigger() is { } second && Topics.Has(second) && second != best ? new(Trigger.Ambiguous, best, second) : new(Trigger.Ambiguous, best);
    }
}
