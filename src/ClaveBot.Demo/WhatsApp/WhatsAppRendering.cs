using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>A content resource with its variables filled, as a phone shows it.</summary>
/// <param name="Body">The text.</param>
/// <param name="Buttons">What can be pressed.</param>
/// <param name="ListLabel">What opens the list they are in; null for quick replies.</param>
internal sealed record WhatsAppRendering(string Body, IReadOnlyList<PhoneButton> Buttons, string? ListLabel)
{
    private const int LongestBody = 1024;
    private const int LongestTitle = 20;
    private const int LongestItem = 24;
    private const int LongestId = 200;

    /// <summary>As many quick replies WhatsApp shows that were not approved.</summary>
    private const int MostUnapproved = 3;

    /// <summary>Whether WhatsApp shows it: lengths and numbers, no label or id twice, nothing empty.</summary>
    public bool IsShown(bool isApproved)
    {
        var longest = ListLabel is null ? LongestTitle : LongestItem;
        return Body.Length is > 0 and <= LongestBody
            && ListLabel is not "" and not { Length: > LongestTitle }
            && (isApproved || ListLabel is not null || Buttons.Count <= MostUnapproved)
            && Buttons.All(button => button.Label.Length > 0 && button.Label.Length <= longest && button.Payload is { Length: > 0 and <= LongestId })
            && Buttons.DistinctBy(button => button.Label, StringComparer.Ordinal).Count() == Buttons.Count
            && Buttons.DistinctBy(button => button.Payload, StringComparer.Ordinal).Count() == Buttons.Count;
    }
}
