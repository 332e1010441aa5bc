namespace ClaveBot.Cli.Promises;

/// <summary>S11 to S14: what every page carries, where links come from, and what is never there.</summary>
internal static class PagePromises
{
    private const string Forged = "forged.example";

    private static readonly (string Header, string Holds)[] Demanded =
    [
        ("Content-Security-Policy", "frame-ancestors 'none'"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"), ("X-Robots-Tag", "noindex"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    private static readonly string[] Flags = ["secure", "httponly", "samesite=strict"];

    public static async Task<Finding> S11Async(Target target)
    {
        using var browser = target.NewBrowser();
        var against = new List<string>();
        Uri[] pages = [target.At("/"), target.At("/no-existe"), target.At("/c/" + new string('A', 28)), target.At("/como-empezar"), .. target.Link is { } link ? [link] : Array.Empty<Uri>()];
        foreach (var url in pages)
        {
            var page = await browser.GetAsync(url);
            // The address of a one-time link is a secret.
            var name = url == target.Link ? "the link's page" : url.AbsolutePath;
            foreach (var (header, holds) in Demanded.Where(demanded => !page.Headers.GetValueOrDefault(demanded.Header, "").Contains(demanded.Holds, StringComparison.OrdinalIgnoreCase)))
                against.Add($"{name} lacks {header}: {holds}");
            if (page.Headers.GetValueOrDefault("Content-Security-Policy", "").Contains("unsafe-", StringComparison.Ordinal))
                against.Add($"{name} allows unsafe scripts or styles");
            foreach (var other in page.Loads.Where(load => load.Authority != target.Url.Authority))
                against.Add($"{name} loads from {other.Host}");
        }

        foreach (var cookie in browser.SetCookies.Where(cookie => !IsHard(cookie)))
            against.Add($"the cookie {cookie.Split('=')[0]} is not __Host-, Secure, HttpOnly and SameSite=Strict");
        return Finding.Of("S11", $"{pages.Length} pages, errors too, carry every header; cookies are hard; nothing comes from elsewhere", against);
    }

    public static async Task<Finding> S12Async(Target target)
    {
        using var browser = target.NewBrowser();
        var against = new List<string>();
        var forged = new HttpRequestMessage(HttpMethod.Get, target.At("/")) { Headers = { Host = Forged } };
        var answer = await browser.SendAsync(forged);
        if (answer.Status is not (400 or 404 or 421))
            against.Add($"an unknown Host is answered {answer.Status}");
        foreach (var header in new[] { "X-Forwarded-Host", "X-Forwarded-Server", "X-Original-Host", "Forwarded" })
        {
            foreach (var path in new[] { "/", "/.well-known/change-password", "/como-empezar" })
            {
                var request = new HttpRequestMessage(HttpMethod.Get, target.At(path));
                request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? "host=" + Forged : Forged);
                var page = await browser.SendAsync(request);
                if (page.Html.Contains(Forged, StringComparison.Ordinal) || page.Headers.Values.Any(value => value.Contains(Forged, StringComparison.Ordinal)))
                    against.Add($"{header} shows up in {path}");
            }
        }

        if (target.Link is { } link && target.PublicUrl.Length > 0 && !link.AbsoluteUri.StartsWith(target.PublicUrl.TrimEnd('/') + "/c/", StringComparison.OrdinalIgnoreCase))
            against.Add("the given link does not begin with PublicUrl");
        return Finding.Of("S12", "an unknown Host is refused, and no forwarded name moves a link or a redirect", against);
    }

    public static async Task<Finding> S13Async(Target target)
    {
        if (target.Link is not { } link)
            return Finding.Unseen("S13", "needs a fresh link: link=…");
        using var browser = target.NewBrowser();
        const string nasty = "<script>alert(1)</script>\"'&)(uid=*";
        var page = await browser.GetAsync(link);
        if (!page.Fields.Contains("cedula"))
            return Finding.Unseen("S13", "the link does not lead to step 4");
        // Not a cédula: it is no try, and nothing is asked of the directory.
        page = await browser.SubmitAsync(page, ("cedula", nasty), ("clave", "x"), ("acuerdo", "si"));
        return Finding.Of("S13", "what is typed comes back encoded (directories, mails and logs do not show from outside)",
            page.Status == 200 && !page.Html.Contains("<script>alert", StringComparison.Ordinal) ? [] : [$"what is typed comes back as it was typed, or breaks the page ({page.Status})"]);
    }

    public static async Task<Finding> S14Async(Target target)
    {
        using var browser = target.NewBrowser();
        if (target.Link is not { } link)
            return Finding.Unseen("S14", "needs a link of an instance in Portal mode: link=…");
        var guide = await browser.GetAsync(link);
        if (guide.Result != "guide")
            return Finding.Unseen("S14", "the link is not one of Portal mode");
        var pages = new List<Page> { guide };
        foreach (var path in new[] { "/", "/como-empezar", "/.well-known/change-password", "/no-existe" })
            pages.Add(await browser.GetAsync(target.At(path)));
        return Finding.Of("S14", $"no field on {pages.Count} pages, and no link leaves the institute's hosts",
        [
            .. pages.Where(page => page.Fields.Count > 0).Select(page => $"{page.Url.AbsolutePath} has a field"),
            .. pages.SelectMany(page => page.Links).Where(address => address.Authority != target.Url.Authority && !IsInstitutes(address)).Select(address => $"a link leads to {address.Host}"),
        ]);
    }

    private static bool IsInstitutes(Uri link) =>
        link.Scheme == Uri.UriSchemeHttps && (link.Host == "iess.gob.ec" || link.Host.EndsWith(".iess.gob.ec", StringComparison.Ordinal));

    private static bool IsHard(string cookie) => cookie.StartsWith("__Host-", StringComparison.Ordinal)
        && Flags.All(flag => cookie.Contains(flag, StringComparison.OrdinalIgnoreCase));
}
