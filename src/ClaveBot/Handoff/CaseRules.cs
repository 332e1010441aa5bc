using ClaveBot.Conversation;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Handoff;

/// <summary>When an answer can be told, and for how long one is waited for; pure.</summary>
internal sealed class CaseRules(ClaveBotSettings settings)
{
    private readonly OfficeHours _hours = new(settings);

    /// <summary>When the bot takes over again if nobody writes.</summary>
    public DateTimeOffset EndsWithout(DateTimeOffset now) => _hours.After(now, settings.Operators.Timeout);

    /// <summary>Why what the group says cannot be told; null when it can.</summary>
    public CaseEventKind? Refusal(ConversationRecord record, CaseEvent said, DateTimeOffset now) => said.Kind switch
    {
        CaseEventKind.Answered or CaseEventKind.Ended when record.State != State.WithPerson => CaseEventKind.Over,
        CaseEventKind.Answered when record.IsUnreachable => CaseEventKind.Unreachable,
        // A template that says that there is an answer, once: it holds none of it, and each costs money.
        CaseEventKind.Answered when ClosedChat.OpenUntil(record) <= now => HasTemplate(record.Language) && record.Talk is { IsNotified: false } ? CaseEventKind.Notified : CaseEventKind.TooLate,
        _ => null,
    };

    private bool HasTemplate(Language language) =>
        settings.WhatsApp.Templates.Person.Length > 0 || (language == Language.English && settings.WhatsApp.TemplatesEnglish.Person.Length > 0);
}
