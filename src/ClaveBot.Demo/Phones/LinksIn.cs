using System.Text.RegularExpressions;

namespace ClaveBot.Demo.Phones;

/// <summary>What a phone makes tappable in a text.</summary>
internal static partial class LinksIn
{
    public static IReadOnlyList<Uri> Text(string text) =>
        [.. Address().Matches(text).Select(match => Uri.TryCreate(match.Value, UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>()];

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Address();
}
