namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static IEnumerable<SettingError> Addresses(ClaveBotSettings settings)
    {
        if (PublicUrlProblem(settings) is { } problem)
            yield return problem;
        foreach (var error in Listening("Urls", settings.Urls, "http://localhost:5081"))
            yield return error;
        foreach (var error in Listening("Admin:Urls", settings.Admin.Urls, "http://127.0.0.1:5082"))
            yield return error;
        if (Ports(settings.Urls).Intersect(Ports(settings.Admin.Urls)).Any(port => port != 0))
            yield return new("Admin:Urls", "has a port that Urls has too", "Give metrics and health a port of their own, such as http://127.0.0.1:5082.");
        foreach (var proxy in settings.Proxies.Trusted.Where(proxy => !ProxySettings.TryRead(proxy, out _)))
            yield return new("Proxies:Trusted", $"has '{proxy}', which is neither an address nor a network", "Write the proxy's address, such as 10.0.0.7, or a network such as 10.0.0.0/24.");
    }

    private static SettingError? PublicUrlProblem(ClaveBotSettings settings)
    {
        const string cure = "Write the address under which people reach this host, such as https://clave.example.org.";
        if (settings.PublicUrl.Length == 0)
            return new("PublicUrl", "is missing", cure);
        if (WebAddress(settings.PublicUrl) is not { } url)
            return new("PublicUrl", "is not an absolute http or https address", cure);
        if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            return new("PublicUrl", "has a query, a fragment or a user", cure);
        return settings.Mode == BotMode.Operator && !IsSafe(url)
            ? new("PublicUrl", "is not https, and people type their clave there", "Use https (http only where its host is loopback, such as http://localhost:5081).")
            : null;
    }

    private static IEnumerable<SettingError> Listening(string key, string urls, string example)
    {
        var parts = Split(urls);
        if (parts.Length == 0)
            yield return new(key, "is missing", $"Say where to listen, such as {example}.");
        foreach (var part in parts.Where(part => ListeningPort(part) is null))
            yield return new(key, $"has '{part}', which is no address to listen on", $"Write scheme, host and port, such as {example}; several are separated by semicolons.");
    }

    private static IEnumerable<int> Ports(string urls) => Split(urls).Select(ListeningPort).OfType<int>();

    // Kestrel also takes * and + for every interface, which Uri does not.
    private static int? ListeningPort(string url) =>
        WebAddress(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal)) is { } address && address.PathAndQuery is "/"
            ? address.Port
            : null;

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0
            ? url
            : null;

    private static bool IsSafe(Uri url) => url.Scheme is "https" || url.IsLoopback;
}
