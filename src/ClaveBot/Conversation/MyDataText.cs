using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Comments;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>Everything that is kept of a chat, in words: no ids and no secrets. Where the person stands is repeated below it anyway.</summary>
internal static class MyDataText
{
    private const int LongestComment = 120;

    public static string Of(ConversationRecord record, Language language, Sentences sentences, ClaveBotSettings settings) =>
        string.Join('\n', Lines(record, language, sentences, settings));

    private static IEnumerable<string> Lines(ConversationRecord record, Language language, Sentences sentences, ClaveBotSettings settings)
    {
        yield return DialogueText.MyDataTitle.Say(language);
        yield return (record.Chat.Channel == Channel.Telegram ? DialogueText.MyDataTelegram : DialogueText.MyDataWhatsApp).Say(language);
        if (record.Consents.Count > 0)
            yield return sentences.SayWhen(DialogueText.MyDataSince, language, record.Consents.Min(static consent => consent.At));
        if (record.LastMessageAt != default)
            yield return sentences.SayWhen(DialogueText.MyDataLast, language, record.LastMessageAt);
        yield return (record.Link is null ? DialogueText.MyDataNoLink : DialogueText.MyDataLink).Say(language);
        yield return record.Reminder is { } at ? sentences.SayWhen(DialogueText.MyDataReminder, language, at) : DialogueText.MyDataNoReminder.Say(language);
        if (record.Talk is { HasWritten: true })
            yield return DialogueText.MyDataTalk.Say(language);
        if (record.Persons.Count > 0)
            yield return DialogueText.MyDataPersons.Say(language, record.Persons.Count);
        if (record.ClaveUntil is { } until)
            yield return sentences.SayWhen(DialogueText.MyDataClaveUntil, language, until);
        if (record.Alerts.Count > 0)
            yield return DialogueText.MyDataAlerts.Say(language, record.Alerts.Count);
        if (record.Comments.Count > 0)
            yield return DialogueText.MyDataComments.Say(language, string.Join(", ", record.Comments.Select(note => Said(note, record))));
        foreach (var consent in record.Consents)
            yield return DialogueText.MyDataConsent.Say(language, sentences.Local(consent.At), Name(consent.For).Say(language), consent.Notice);
        yield return DialogueText.MyDataUntil.Say(language, (int)settings.Retention.Conversation.TotalDays);
    }

    private static string Said(CommentNote note, ConversationRecord record) =>
        record.CommentTexts?.GetValueOrDefault(note.Number) is { } text ? $"{note.Rating} («{Cut(text)}»)" : note.Rating.ToString(CultureInfo.InvariantCulture);

    // All of it has to fit into one message, on WhatsApp too.
    private static string Cut(string text) =>
        text.Length <= LongestComment ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestComment - 1]) ? LongestComment - 1 : LongestComment), "…");

    private static DialogueText Name(ConsentFor what) => what == ConsentFor.Reminder ? DialogueText.MyDataForReminder : DialogueText.MyDataForConversation;
}
