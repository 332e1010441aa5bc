using System.Collections.Concurrent;
using ClaveBot.Settings;
using ClaveBot.Texts;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>The operator's approved templates.</summary>
public sealed class WhatsAppApproved(WhatsAppSettings settings, ILogger<WhatsAppApproved> log)
{
    private readonly ConcurrentDictionary<TemplateKind, bool> _told = [];

    /// <summary>The ContentSid; null when the operator has none, which is told once.</summary>
    public string? SidOf(TemplateKind kind, Language language)
    {
        if (Find(settings, kind, language) is { Length: > 0 } sid)
            return sid;
        if (_told.TryAdd(kind, true))
            log.TemplateMissing(Setting(kind));
        return null;
    }

    /// <summary>Whether the operator has one.</summary>
    public bool Has(TemplateKind kind, Language language) => Find(settings, kind, language).Length > 0;

    /// <summary>The setting that is missing when there is none.</summary>
    public static string Setting(TemplateKind kind) => $"WhatsApp:Templates:{kind}";

    private static string Find(WhatsAppSettings settings, TemplateKind kind, Language language) =>
        language != Language.Spanish && Of(settings.TemplatesEnglish, kind) is { Length: > 0 } english ? english : Of(settings.Templates, kind);

    private static string Of(WhatsAppTemplates templates, TemplateKind kind) => kind switch
    {
        TemplateKind.Alert => templates.Alert,
        TemplateKind.Reminder => templates.Reminder,
        TemplateKind.Person => templates.Person,
        _ => "",
    };
}
