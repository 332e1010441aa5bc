using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaveBot.MessageCheck;

/// <summary>What one link says of itself.</summary>
internal static partial class LinkSigns
{
    private const int PatienceMilliseconds = 2_000;

    /// <summary>At least one sign.</summary>
    public static IEnumerable<Sign> Of(PastedLink link)
    {
        // Not everybody reads \ as browsers do.
        if (link.Authority.Contains('@', StringComparison.Ordinal) || link.Authority.Contains('%', StringComparison.Ordinal) || link.Rest.AsSpan().ContainsAny('\\', '@'))
            yield return Sign.HiddenHost;
        if (!Ascii.IsValid(link.Host) || link.Host.Contains("xn--", StringComparison.Ordinal))
            yield return Sign.DeceptiveLetters;
        if (link.Scheme is not ("" or "http" or "https") || IsNumber(link.Host))
            yield return Sign.OddAddress;
        if (File().IsMatch(link.Rest))
            yield return Sign.Download;
        if (link.IsOfficial)
        {
            yield return LeadsOn(link.Rest) ? Sign.HiddenHost : Sign.OfficialLink;
            if (link.Scheme == "http" || link.Port is not (null or "443"))
                yield return Sign.Unprotected;
            yield break;
        }

        if (IsLookalike(link.Host) || (OfficialName().IsMatch(link.Rest) && !IsGovernment(link.Host)))
            yield return Sign.LookalikeHost;
        yield return link.Host.IsIn(HostNames.Shorteners) || link.Host.IsIn(HostNames.OpenToAll) || link.Host.IsIn(HostNames.Chats) || LeadsOn(link.Rest) ? Sign.AnonymousHost : Sign.OtherLink;
    }

    /// <summary>Another public body's.</summary>
    internal static bool IsGovernment(string host) => (host == "gob.ec" || host.EndsWith(".gob.ec", StringComparison.Ordinal)) && !IsLookalike(host);

    /// <summary>The institute's name, or one that is read for it, where the institute is not; or gob.ec where a government is not.</summary>
    internal static bool IsLookalike(string host)
    {
        if (host.IsIn(HostNames.Relatives))
            return false;
        var isGovernment = host.EndsWith(".gob.ec", StringComparison.Ordinal) || host is "gob.ec";
        var own = isGovernment ? host[..^"gob.ec".Length] : host;
        var joined = Skeleton(own);
        if (HostNames.Bait.Any(word => joined.Contains(word, StringComparison.Ordinal)))
            return true;
        var labels = own.Split('.');
        if (isGovernment)
            return labels.Any(IsNearly);
        return labels.SkipLast(1).Any(label => label is "gob" or "gov" || IsNearly(label)) && (labels[^1] == "ec" || labels.Contains("ec", StringComparer.Ordinal) || labels.Contains("gob", StringComparer.Ordinal));
    }

    // One letter too many, too few, other, or two that changed places.
    private static bool IsNearly(string label)
    {
        var read = Skeleton(label);
        return read is "ies" or "ess" or "iss" or "eiss" or "isse" or "iese" or "iesse" or "iesss" or "iiess" or "ieess" or "lles" || (read.Length == 4 && Differences(read, "iess") <= 1);
    }

    private static int Differences(string one, string other) => one.Zip(other).Count(static pair => pair.First != pair.Second);

    // As it is read in a hurry: signs that look like letters are those letters.
    private static string Skeleton(string host)
    {
        var read = new StringBuilder(host.Length);
        foreach (var c in host.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c > 127)
            {
                read.Append(c switch
                {
                    '1' or 'l' or '!' or 'í' or 'ı' or 'і' => 'i',
                    '0' or 'о' => 'o',
                    '5' or 'ѕ' => 's',
                    '3' or 'е' => 'e',
                    'а' => 'a',
                    'с' => 'c',
                    _ => c,
                });
            }
        }

        var joined = read.ToString();
        // What has been read as i may have been an l of a longer word.
        return joined.Replace("afiiiad", "afiliad", StringComparison.Ordinal).Replace("jubiiad", "jubilad", StringComparison.Ordinal)
            .Replace("ciave", "clave", StringComparison.Ordinal).Replace("desbioque", "desbloque", StringComparison.Ordinal)
            .Replace("sociai", "social", StringComparison.Ordinal).Replace("desarroiio", "desarrollo", StringComparison.Ordinal);
    }

    private static bool IsNumber(string host) => host.StartsWith('[') || host.All(static c => char.IsAsciiDigit(c) || c is '.' or 'x') || IPAddress.TryParse(host, out _);

    // A page of theirs that sends on to another site (an open redirect) is no page of theirs.
    private static bool LeadsOn(string rest) =>
        rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query
        && (Elsewhere().IsMatch(rest[query..]) || HostValue().Matches(rest[query..]).Any(static match => HostNames.TopLevel.Contains(match.Groups["top"].Value.ToLowerInvariant())));

    // In another site's path, whatever stands between its parts.
    [GeneratedRegex(@"iess[\W_]{1,3}gob", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex OfficialName();

    [GeneratedRegex(@"\.(?:apk|exe|msi|bat|cmd|scr|js|vbs|jar|zip|rar|7z|iso|img|dmg|docm?|xlsm?|hta|ps1)(?:$|[?#])", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex File();

    [GeneratedRegex(@"(?::|%3a)(?:/|%2f|\\|%5c){2}|=(?:/|%2f){2}", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"=[\w-]+(?:\.[\w-]+)*\.(?<top>[a-z]{2,24})(?:$|[/&#?:])", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex HostValue();
}
