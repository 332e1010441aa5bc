using ClaveBot.Channels;
using ClaveBot.Handoff;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What is said in a chat that takes no free text: WhatsApp closes one 24 hours after the person's last message.</summary>
internal sealed class ClosedChat(ClaveBotSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>Until when a chat takes free text; null on channels where it always does.</summary>
    public static DateTimeOffset? OpenUntil(ConversationRecord record) =>
        record.Chat.Channel == Channel.WhatsApp ? record.LastMessageAt + Window : null;

    /// <summary>What replaces the answer to <paramref name="content"/> in a closed chat; null: nothing does, and on a channel without an end nothing needs to.</summary>
    public OutgoingTemplate? TemplateOf(IncomingContent content, ConversationRecord record) => (record.Chat.Channel, content) switch
    {
        (Channel.WhatsApp, IncomingContent.ChangedElsewhere { Alert.At: var at }) => Alert(DialogueText.AlertOfChange, at, record.Language),
        (Channel.WhatsApp, IncomingContent.Told { Sentence: DialogueText.FrozenElsewhere }) => Alert(DialogueText.AlertOfFreeze, time.GetUtcNow(), record.Language),
        (Channel.WhatsApp, IncomingContent.ReminderDue) => new(TemplateKind.Reminder, [DialogueText.ReminderOnTemplate.Say(record.Language)]),
        // One that can be told as it is has none: the chat may close while it waits, and then the group hears.
        (Channel.WhatsApp, IncomingContent.FromGroup { Value.Kind: CaseEventKind.Answered }) when OpenUntil(record) <= time.GetUtcNow() =>
            new(TemplateKind.Person, [TalkText.AnsweredOn.Say(record.Language, TimeZoneInfo.ConvertTime(record.LastMessageAt, _zone))]),
        _ => null,
    };

    // By the people's clock.
    private OutgoingTemplate Alert(DialogueText sentence, DateTimeOffset at, Language language) =>
        new(TemplateKind.Alert, [sentence.Say(language, TimeZoneInfo.ConvertTime(at, _zone))]);
}
