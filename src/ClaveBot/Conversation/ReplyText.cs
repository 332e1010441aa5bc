using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Sentences;

namespace ClaveBot.Conversation;

/// <summary>What a turn says: the answer to what interrupted, and the step in one line; or the step arrived at.</summary>
internal sealed class ReplyText(Sentences sentences)
{
    /// <summary>The text, without what only the first message or an ended link adds.</summary>
    public string Of(Moved moved, Language language)
    {
        var (trigger, heard, content, answer, next, after, offers, comesBack, offersPerson) = moved;
        if (trigger == Trigger.Ambiguous)
            return sentences.Say(offers.Count == 1 ? DialogueText.DidYouMean : DialogueText.DidYouMeanWhich, language);
        if (trigger == Trigger.Judged && heard.Checked is { } judged)
            return Paragraphs(Verdicts.Of(judged, sentences, language), sentences.Say(next.Again, language));
        if (content is IncomingContent.ChangedElsewhere elsewhere)
            return Paragraphs(sentences.SayWhen(DialogueText.ChangedElsewhere, language, elsewhere.Alert.At), sentences.Say(next.Again, language));
        if (answer is { } words)
        {
            var said = SayDated(words, after, language);
            return Paragraphs(offersPerson ? $"{said} {sentences.Say(DialogueText.PersonOffer, language)}" : said, sentences.Say(next.Again, language));
        }

        if (next.State == State.Remind && after.Reminder is not null)
            return SayDated(DialogueText.RemindAskSet, after, language);
        var ask = sentences.Say(comesBack ? next.Again : sentences.Asked(next), language);
        return trigger == Trigger.ClaveChanged && after.ClaveUntil is not null ? Paragraphs(ask, SayDated(DialogueText.ChangedUntil, after, language)) : ask;
    }

    // What speaks of a day speaks of one that the record knows.
    private string SayDated(DialogueText key, ConversationRecord after, Language language) => key switch
    {
        DialogueText.ReminderSet or DialogueText.RemindAskSet when after.Reminder is { } at => sentences.SayWhen(key, language, at),
        DialogueText.ExpiryKnown or DialogueText.ExpiryPassed or DialogueText.ChangedUntil when after.ClaveUntil is { } until => sentences.SayWhen(key, language, until),
        _ => sentences.Say(key, language),
    };
}

/// <summary>What a message moved, before there are words for it.</summary>
/// <param name="Trigger">What the message meant.</param>
/// <param name="Heard">All that was heard in it.</param>
/// <param name="Content">The message.</param>
/// <param name="Answer">What interrupts the step; null when the step arrived at says it all.</param>
/// <param name="Next">That step.</param>
/// <param name="After">The record as it will be.</param>
/// <param name="Offers">What is asked about.</param>
/// <param name="ComesBack">From an aside.</param>
/// <param name="OffersPerson">To write to a person.</param>
internal sealed record Moved(
    Trigger Trigger, Heard Heard, IncomingContent Content, DialogueText? Answer, Step Next, ConversationRecord After, IReadOnlyList<Trigger> Offers, bool ComesBack, bool OffersPerson)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(moved)";
}
