using System.Collections.Concurrent;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Conversation.Understanding;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>
/// From what was said to what it means: buttons by their turn, then numbers, commands and labels, what is no word of the person's own, the
/// step's words, everybody's words, and at last free words. What free words alone would end or start over is asked back first.
/// </summary>
internal static class Reading
{
    // The labels of all steps, and nothing that people type.
    private static readonly ConcurrentDictionary<string, string> Folded = new(StringComparer.Ordinal);

    /// <param name="record">Where the conversation stands.</param>
    /// <param name="content">What was said.</param>
    /// <param name="here">What else the reading depends on.</param>
    public static Heard Of(ConversationRecord record, IncomingContent content, Surroundings here) => Meaning(record, content, here) switch
    {
        // Offered in the chats that were told of a change, and nowhere else.
        { Trigger: Trigger.NotMe or Trigger.Freeze } when record.Alerts.Count == 0 => new(Trigger.Report),
        var heard => heard,
    };

    private static Heard Meaning(ConversationRecord record, IncomingContent content, Surroundings here) => content switch
    {
        IncomingContent.Text text when record.State == State.WithPerson => ToPerson(record, text),
        IncomingContent.Text text => OfText(record, text, here),
        IncomingContent.Press press => new(PressPayload.Read(press.Payload, record) ?? Trigger.StalePress),
        IncomingContent.Unsupported => new(Trigger.Unsupported),
        IncomingContent.ClaveChanged => new(Trigger.ClaveChanged),
        IncomingContent.ChangedElsewhere => new(Trigger.ChangedElsewhere),
        IncomingContent.AccountFrozen { Person: null } => new(Trigger.FreezeFailed),
        IncomingContent.AccountFrozen => new(Trigger.AccountFrozen),
        IncomingContent.FromGroup => new(Trigger.PersonEnded),
        IncomingContent.TalkOver => new(Trigger.PersonAway),
        IncomingContent.ReminderDue => new(Trigger.ReminderDue),
        IncomingContent.LinkEnded { Reason: LinkEnd.TooManyTries } => new(Trigger.LinkBlocked),
        IncomingContent.LinkEnded => new(Trigger.LinkExpired),
        _ => new(Trigger.Unknown),
    };

    private static Heard OfText(ConversationRecord record, IncomingContent.Text said, Surroundings here)
    {
        var words = new Words(said.Value);
        if (said.IsForwarded)
            return PastedText.Read(record.State, said, words, here.OurPages) ?? PastedText.Judge(said.Value);
        if (words.Number > record.Choices.Count)
            return StepBook.Of(record.State).Hear(said.Value, words, here.Today) ?? new(Trigger.Unknown);
        if (Chosen(record, said.Value, words) is { } chosen)
            return new(chosen);
        var heard = PastedText.Read(record.State, said, words, here.OurPages) ?? PastedText.WithItsContent(OfOwnWords(record, said.Value, words, here.Today), said.Value);
        // Where messages are asked for, what is no wish is one.
        return record.State == State.CheckMessage && heard.Trigger is Trigger.Unknown or Trigger.Ambiguous ? PastedText.Judge(said.Value) : heard;
    }

    private static Heard OfOwnWords(ConversationRecord record, string text, Words words, DateOnly today)
    {
        var step = StepBook.Of(record.State);
        return AnswerToOffer(record, words) is { } answer ? new(answer)
            : step.Hear(text, words, today) is { } heard ? heard
            : (Vocabulary.Read(words) ?? Topics.OfName(words) ?? EnglishVocabulary.Read(words)) is { } exact ? new(exact)
            : OfFreeWords(step, words, Understander.Default.Read(text));
    }

    // Not read but passed on, except for the words that end it. A number is an answer to the person, unless nothing was written to one yet.
    private static Heard ToPerson(ConversationRecord record, IncomingContent.Text text)
    {
        var words = new Words(text.Value);
        return text.IsForwarded || (words.Number > 0 && record.Talk is { HasWritten: true })
            ? new(Trigger.ToPerson)
            : new(Chosen(record, text.Value, words) ?? StepBook.Of(record.State).Read(words) ?? Trigger.ToPerson);
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
        if (understood.Sureness == Sureness.None)
            return new(Trigger.Unknown);
        if (step.Means(understood.Best) is { } here)
            return new(here);
        var best = understood.Best.ToTrigger();
        // A plain answer is taken where the step asks; there is nothing to choose from.
        if (!Topics.Has(best))
            return new(best);
        if (best == Trigger.Safety && words.SpeakOfAHelper)
            return new(Trigger.Helper);
        if (understood.Sureness == Sureness.Sure && best is not (Trigger.Cancel or Trigger.Restart))
            return new(best);
        return understood.Second is { } other && other.ToTrigger() is var second && Topics.Has(second) && second != best ? new(Trigger.Ambiguous, best, second) : new(Trigger.Ambiguous, best);
    }
}
