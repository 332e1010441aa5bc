using System.Text.RegularExpressions;

namespace ClaveBot.MessageCheck;

/// <summary>A link in a text, as a browser would understand it, and not as it wants to be read.</summary>
/// <param name="Scheme">Lower case; empty when none is written.</param>
/// <param name="Authority">Host with port and what stands before an @.</param>
/// <param name="Rest">Path and query.</param>
internal sealed partial record PastedLink(string Scheme, string Authority, string Rest)
{
    /// <summary>Where the institute lives: this host, and all that end in it.</summary>
    public const string OfficialDomain = "iess.gob.ec";

    private const int PatienceMilliseconds = 2_000;

    /// <summary>Lower case, without port and userinfo.</summary>
    public string Host { get; } = HostOf(Authority);

    /// <summary>The port that is written; null when none is.</summary>
    public string? Port { get; } = PortOf(Authority);

    /// <summary>Whether it is the institute's own host, whatever else may be odd about the link.</summary>
    public bool IsOfficial => IsInstitute(Host);

    /// <summary>Whether a host, in lower case, is the institute's.</summary>
    public static bool IsInstitute(string host) => host.Equals(OfficialDomain, StringComparison.Ordinal) || host.EndsWith("." + OfficialDomain, StringComparison.Ordinal);

    /// <summary>Somebody's link is not for logs.</summary>
    public override string ToString() => "(link)";

    /// <summary>All links of a text; those that are written apart or defanged too (iess [.] gob [.] ec).</summary>
    public static IReadOnlyList<PastedLink> FindAll(string text)
    {
        var joined = Apart().Replace(Spelled().Replace(Broken().Replace(text, ""), static match => Dots().Replace(match.Value, ".")), ".");
        var links = WithScheme().Matches(joined).Select(match => Parse(match.Groups["scheme"].Value, match.Groups["link"].Value)).ToList();
        links.AddRange(Bare().Matches(WithScheme().Replace(joined, " ")).Where(IsLink).Select(match => Parse("", match.Value)));
        return links;
    }

    // A dot between two words is a link only when what follows is a top-level domain, or the rest says so.
    private static bool IsLink(Match match) =>
        match.Groups["rest"].Success || match.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || HostNames.TopLevel.Contains(match.Groups["top"].Value.ToLowerInvariant()) || char.IsAsciiDigit(match.Groups["top"].Value[0]);

    private static PastedLink Parse(string scheme, string link)
    {
        var trimmed = link.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '»', '”', '*', '_', '>');
        // Browsers read \ as /.
        var end = trimmed.IndexOfAny(['/', '?', '#', '\\']);
        return new(scheme.ToLowerInvariant().Replace("hxxp", "http", StringComparison.Ordinal), end < 0 ? trimmed : trimmed[..end], end < 0 ? "" : trimmed[end..]);
    }

    private static string HostOf(string authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (!host.StartsWith('[') && host.LastIndexOf(':') is >= 0 and var colon)
            host = host[..colon];
        return host.TrimEnd('.').ToLowerInvariant();
    }

    private static string? PortOf(string authority) =>
        authority.LastIndexOf(':') is >= 0 and var colon && authority[(colon + 1)..] is { Length: > 0 } port && port.All(char.IsAsciiDigit) ? port : null;

    [GeneratedRegex(@"(?<scheme>(?:data|javascript|vbscript|file|intent)(?=:)|[a-z][a-z0-9+.-]{1,20}(?=:(?://|\\\\))):(?://|\\\\)?(?<link>\S+)", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex WithScheme();

    [GeneratedRegex(@"(?<![\w@.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}(?<top>[\p{L}\p{N}]{2,24})(?![\w@])(?::\d{1,5})?(?<rest>[/?#]\S*)?", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Bare();

    // "www.iess.gob.ec" and on the next line ".pagos.com" are one address to whoever taps it together.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\s+(?=[.@-][\p{L}\p{N}-]+\.\p{L}|\.(?:com|net|org|info|site|online|xyz)\b)", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Broken();

    // "iess punto gob punto ec punto pagos punto com", "iess . gob . ec".
    [GeneratedRegex(@"(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+(?: (?:\.|punto|dot) [\p{L}\p{N}-]+){2,}", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Spelled();

    [GeneratedRegex(@" (?:\.|punto|dot) ", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Dots();

    [GeneratedRegex(@"\s?[\[\(\{]\s?(?:\.|dot|punto)\s?[\]\)\}]\s?|(?<=\p{L}) (?:\.|punto) (?=(?:gob|gov|com|net|org|ec)\b)", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Apart();
}
