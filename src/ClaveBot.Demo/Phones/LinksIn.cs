using System.Text.RegularExpressions;

namespace ClaveBot.Demo.Phones;

/// <summary>What a phone makes tappable in a text.</summary>
internal static partial class LinksIn
{
    public static IReadOnlyList<Uri> Text(string text) =>
        [.. Address().Matches(text).Select(match => Uri.TryCreate(match.Value, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>()];

    /// <summary>The text in pieces: those with an address are links.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Pieces(string text)
    {
        var at = 0;
        foreach (var match in Address().Matches(text).Where(match => Uri.TryCreate(match.Value, UriKind.Absolute, out _)))
        {
            yield return (text[at..match.Index], false);
            yield return (match.Value, true);
            at = match.Index + match.Length;
        }

        yield return (text[at..], false);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
