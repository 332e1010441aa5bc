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
    public static Heard Of(ConversationRecord record, IncomingContent content, Surroundings here) => Hear(record, content, here) switch
    {
        // Offered in the chats that were told of a change, and nowhere else.
        { Trigger: Trigger.NotMe or Trigger.Freeze } when record.Alerts.Count == 0 => new(Trigger.Report),
        var heard => heard,
    };

    private static Heard Hear(ConversationRecord record, IncomingContent content, Surroundings here) => content switch
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
        // Where messages are asked for, what is no wish is one; what may be either is asked back, unless it is long or looks bad.
        return record.State != State.CheckMessage ? heard
            : heard.Trigger == Trigger.Unknown || heard.Trigger == Trigger.Ambiguous && !PastedText.MayBeOwn(said.Value) ? PastedText.Judge(said.Value)
            : heard;
    }

    private static Heard OfOwnWords(ConversationRecord record, string text, Words words, DateOnly today)
    {
        if (AnswerToOffer(record, words) is { } answer)
            return new(answer);
        var step = StepBook.Of(record.State);
        Understood? understood = null;
        if (step.Hear(text, words, today) is { } heard)
        {
            if (!words.OnlyBeginsAsAnswer || !IsAnswer(heard.Trigger))
                return heard;
            if (Vocabulary.Within(words) == Trigger.Trouble)
                return heard.Trigger is Trigger.Yes or Trigger.Next ? new(Trigger.Trouble) : heard;
            understood = Understander.Default.Read(text);
            if (!GoesBeforeAnAnswer(words, understood.Value))
                return heard;
        }

        return (Vocabulary.Read(words) ?? Topics.OfName(words) ?? Mistyped(record, words) ?? Vocabulary.Onward(words)) is { } exact
            ? new(exact)
            : OfFreeWords(step, words, understood ?? Understander.Default.Read(text));
    }

    // What steps make of a yes, a no and a "done".
    private static bool IsAnswer(Trigger trigger) =>
        trigger is Trigger.Yes or Trigger.No or Trigger.Next or Trigger.Trouble or Trigger.NewLink or Trigger.Change or Trigger.Back or Trigger.Menu;

    // "No, mejor explíqueme otra vez", "sí, pero quiero cancelar", "ya me olvidé".
    private static bool GoesBeforeAnAnswer(Words words, Understood understood) => understood.Best switch
    {
        Meaning.Repeat or Meaning.Help or Meaning.Back or Meaning.Menu or Meaning.Person => true,
        Meaning.Forgot or Meaning.WrongEmail => words.MeansDone || words.TakesBackYes,
        Meaning.Change or Meaning.Why or Meaning.Safety => false,
        var best => best.IsDestructive() || understood.Sureness == Sureness.Sure && Topics.Has(best.ToTrigger()),
    };

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
        return Topics.OfCommand(text) ?? choices.FirstOrDefault(choice => Names(choice).Contains(words.Text, StringComparer.Ordinal))?.Trigger;
    }

    private static Trigger? Mistyped(ConversationRecord record, Words words) =>
        record.Choices.FirstOrDefault(choice => Names(choice).Any(name => MistypedChoice.Is(words.Text, name, choice.Trigger)))?.Trigger;

    private static IEnumerable<string> Names(Choice choice) => Phrases.Languages.Select(language => Folded.GetOrAdd(choice.Label.Say(language), Words.Fold));

    private static Trigger? AnswerToOffer(ConversationRecord record, Words words) =>
        record.Offered.Count == 0 ? null
        // "Sí, pero no quiero cancelar": what ends something wants a yes and nothing more.
        : words.MeansYes && record.Offered is [var only] && !(only is Trigger.Cancel or Trigger.Restart && words.OnlyBeginsAsAnswer) ? only
        : words.MeansNo ? Trigger.Unknown
        : null;

    private static Heard OfFreeWords(Step step, Words words, Understood understood)
    {
        if (Vocabulary.Within(words) is { } within && !GoesBefore(understood, within))
            return new(within);
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

    // "No entiendo inglés", "mi correo ya no funciona", "no quiero borrar nada, quiero cambiar la clave".
    private static bool GoesBefore(Understood understood, Trigger within) => understood.Sureness == Sureness.Sure && understood.Best switch
    {
        Meaning.Yes or Meaning.No or Meaning.Done or Meaning.Help or Meaning.Greeting => false,
        Meaning.Change or Meaning.Menu or Meaning.Repeat => within == Trigger.GoOn,
        Meaning.Forgot or Meaning.WrongEmail => within != Trigger.Unknown,
        var best => !best.IsDestructive(),
    };
}
