using System.Text.RegularExpressions;

namespace ClaveBot.Tests.Web;

/// <summary>Just enough reading of our own pages.</summary>
internal static class Html
{
    public static IEnumerable<string> Attributes(string html, string tag, string attribute) =>
        Regex.Matches(html, $"<{tag}\\s[^>]*?\\b{attribute}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
