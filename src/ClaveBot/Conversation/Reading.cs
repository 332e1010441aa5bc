using System.Collections.Concurrent;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>From what was said to what it means: buttons by their turn, then numbers, labels, the step's words, everybody's words.</summary>
internal static class Reading
{
    // The labels of all steps, and nothing that people type.
    private static readonly ConcurrentDictionary<string, string> Folded = new(StringComparer.Ordinal);

    public static Trigger Of(ConversationRecord record, IncomingContent content) => Meaning(record, content) switch
    {
        // Offered in the chats that were told of a change, and nowhere else.
        Trigger.NotMe or Trigger.Freeze when record.Alerts.Count == 0 => Trigger.Report,
        var trigger => trigger,
    };

    private static Trigger Meaning(ConversationRecord record, IncomingContent content) => content switch
    {
        IncomingContent.Text text => OfText(record, new Words(text.Value)),
        IncomingContent.Press press => PressPayload.Read(press.Payload, record) ?? Trigger.StalePress,
        IncomingContent.Unsupported => Trigger.Unsupported,
        IncomingContent.ClaveChanged => Trigger.ClaveChanged,
        IncomingContent.ChangedElsewhere => Trigger.ChangedElsewhere,
        IncomingContent.AccountFrozen { Person: null } => Trigger.FreezeFailed,
        IncomingContent.AccountFrozen => Trigger.AccountFrozen,
        IncomingContent.LinkEnded { Reason: LinkEnd.TooManyTries } => Trigger.LinkBlocked,
        IncomingContent.LinkEnded => Trigger.LinkExpired,
        _ => Trigger.Unknown,
    };

    private static Trigger OfText(ConversationRecord record, Words words)
    {
        var step = StepBook.Of(record.State);
        if (words.Number is > 0 and var number)
            return number <= step.Choices.Count ? step.Choices[number - 1].Trigger : Trigger.Unknown;
        var labelled = step.Choices.FirstOrDefault(choice => words.Is(Folded.GetOrAdd(choice.Label.Say(record.Language), Words.Fold)));
        return labelled?.Trigger ?? step.Read(words) ?? Vocabulary.Read(words) ?? Trigger.Unknown;
    }
}
