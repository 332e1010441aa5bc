using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>What is wrong on a form, in the order of its fields: one error a field.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _all = [];

    public IReadOnlyList<FieldError> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>The field's error, or null.</summary>
    public FieldError? this[string field] => _all.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal));

    internal void Add(string field, PageText message, params object?[] values) => _all.Add(new(field, message, values));
}

/// <summary>What to do about a field.</summary>
/// <param name="Field">Its id.</param>
/// <param name="Message">What is said.</param>
/// <param name="Values">What the sentence's {0}, {1} … are.</param>
public sealed record FieldError(string Field, PageText Message, IReadOnlyList<object?> Values)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(field error)";

    internal string In(HttpContext context) => Message.In(context, [.. Values]);
}
