using System.Text;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// The spellings of one URL under which Twilio's services may have signed it, as Twilio's own libraries accept them: with and without
/// the port; with the query as received, escaped as browsers do, and escaped as an old form encoder does.
/// </summary>
internal static class TwilioUrl
{
    /// <summary>The likeliest first; the same one may come twice only when the URL has no query.</summary>
    public static IEnumerable<string> Spellings(string url)
    {
        var (start, query) = Split(url);
        foreach (var spelling in Ports(start))
            yield return spelling + query;
        if (query.Length < 2)
            yield break;
        var escaped = Escape(query);
        foreach (var spelling in Ports(start))
            yield return spelling + escaped;
        var legacy = Reencode(escaped);
        foreach (var spelling in Ports(start))
            yield return spelling + legacy;
    }

    private static (string Start, string Query) Split(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (url, "") : (url[..mark], url[mark..]);
    }

    /// <summary>Without any port, then with the one given or else the scheme's own.</summary>
    private static string[] Ports(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return [url];
        var authority = scheme + 3;
        var end = url.IndexOf('/', authority);
        end = end < 0 ? url.Length : end;
        // The port's colon comes after credentials (…@) and after the bracket of an IPv6 address.
        var host = Math.Max(authority, url.LastIndexOfAny(['@', ']'], end - 1, end - authority) + 1);
        var colon = url.IndexOf(':', host, end - host);
        if (colon >= 0)
            return [url[..colon] + url[end..], url];
        var port = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return [url, url[..end] + port + url[end..]];
    }

    /// <summary>What the URL standard escapes in a query (url.spec.whatwg.org, special-query percent-encode set).</summary>
    private static string Escape(string query)
    {
        var escaped = new StringBuilder(query.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(query))
        {
            if (b is <= (byte)' ' or > (byte)'~' or (byte)'"' or (byte)'#' or (byte)'\'' or (byte)'<' or (byte)'>')
                escaped.Append('%').Append(Convert.ToHexString([b]));
            else
                escaped.Append((char)b);
        }

        return escaped.ToString();
    }

    /// <summary>Read as a form and written again: a plus becomes %20, and ! ' ( ) * stay bare.</summary>
    private static string Reencode(string query) => "?" + string.Join('&', Group(query).Select(pair => Component(pair.Key) + "=" + Component(pair.Value)));

    /// <summary>Pairs in the order in which their names first came, as a dictionary of lists would give them back.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Group(string query) => query[1..]
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(Decode(pair[0]), pair.Length == 2 ? Decode(pair[1]) : ""))
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(group => group);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Component(string text)
    {
        var escaped = new StringBuilder(Uri.EscapeDataString(text));
        foreach (var bare in "!'()*")
            escaped.Replace("%" + Convert.ToHexString([(byte)bare]), bare.ToString());
        return escaped.ToString();
    }
}
