using System.Collections.Concurrent;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>The content resources that Twilio is known to have; empty until they are looked for, and where there are none.</summary>
public sealed class ContentCatalog
{
    private readonly ConcurrentDictionary<string, string> _sids = new(StringComparer.Ordinal);

    /// <summary>Every one of them is there: a host that just started shows numbers until then.</summary>
    public bool IsComplete => ContentTemplate.All.All(template => _sids.ContainsKey(template.Name));

    /// <summary>The ContentSid; null when Twilio has none of it.</summary>
    internal string? SidOf(ContentTemplate template) => _sids.GetValueOrDefault(template.Name);

    internal void Add(ContentTemplate template, string sid) => _sids[template.Name] = sid;

    /// <summary>Twilio does not take it: somebody deleted it. It is looked for anew the next time.</summary>
    internal void Remove(ContentTemplate template) => _sids.TryRemove(template.Name, out _);
}
