using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>What is wrong on a form, in the order of its fields: one error a field.</summary>
public sealed class FieldErrors
{
    private readonly List<(string Field, string Message)> _all = [];

    /// <summary>Field ids and what to do about each.</summary>
    public IReadOnlyList<(string Field, string Message)> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>The field's error, or null.</summary>
    public string? this[string field] => _all.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal)).Message;

    internal void Add(string field, PageText message, params object?[] values) => _all.Add((field, message.InSpanish(values)));
}
