using System.Globalization;

namespace ClaveBot.Cli.Promises;

/// <summary>S2 to S4, S6, S7, S9: what the page behind a one-time link does. In this order: the later ones use the link up.</summary>
internal static class LinkPromises
{
    private const string NoLink = "needs a fresh link: link=…";
    private const string NoPerson = "needs a test person: cedula=… and clave=…";
    private const int AtOnce = 20;

    /// <summary>Looking, pressing and robots change nothing.</summary>
    public static async Task<Finding> S2Async(Target target)
    {
        if (target.Link is not { } link)
            return Finding.Unseen("S2", NoLink);
        using var browser = target.NewBrowser();
        var against = new List<string>();
        var first = await browser.GetAsync(link);
        if (!IsProof(first))
            return Finding.Unseen("S2", $"the link does not lead to step 4 (status {first.Status}, result '{first.Result}'): give a fresh one of Operator mode");
        foreach (var (verb, agent) in new[] { ("HEAD", "WhatsApp/2"), ("OPTIONS", ""), ("GET", "TelegramBot (like TwitterBot)"), ("GET", "facebookexternalhit/1.1"), ("PUT", ""), ("DELETE", "") })
        {
            using var robot = target.NewBrowser();
            var request = new HttpRequestMessage(new HttpMethod(verb), link) { Headers = { { "Purpose", "prefetch" }, { "Sec-Purpose", "prefetch" } } };
            if (agent.Length > 0)
                request.Headers.TryAddWithoutValidation("User-Agent", agent);
            if ((await robot.SendAsync(request)).Status >= 500)
                against.Add($"{verb} is answered with an error of the host");
        }

        using (var stranger = target.NewBrowser())
        {
            // Without antiforgery, and with nothing but empty fields.
            if ((await stranger.SendAsync(new(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("cedula", ""), new("clave", "x")]) })).Status is < 400 or >= 500)
                against.Add("a post without antiforgery is not refused");
        }

        await browser.SubmitAsync(first, ("cedula", ""), ("clave", ""));
        if (!IsProof(await browser.GetAsync(link)))
            against.Add("afterwards the link no longer leads to step 4");
        return Finding.Of("S2", "GET, HEAD, OPTIONS, prefetch, robots and empty posts leave the link usable (that nobody is messaged shows in the chat)", against);
    }

    /// <summary>A wrong clave never gets to step 5.</summary>
    public static async Task<Finding> S6Async(Target target)
    {
        if (target is not { Link: { } link, Cedula: { } cedula })
            return Finding.Unseen("S6", target.Link is null ? NoLink : NoPerson);
        using var browser = target.NewBrowser();
        var page = await ProveAsync(browser, link, cedula.Digits, "no es la clave 4711");
        var against = new List<string>();
        if (page.Result != "refused")
            against.Add($"a wrong clave is answered '{page.Result}', status {page.Status}");
        if ((await browser.GetAsync(new Uri(link.GetLeftPart(UriPartial.Path) + "/nueva"))).Fields.Contains("nueva"))
            against.Add("step 5 opens without a proof");
        return Finding.Of("S6", "a wrong clave is refused and step 5 stays shut (recovery is not looked at)", against);
    }

    /// <summary>Known and unknown people get the same page.</summary>
    public static async Task<Finding> S7Async(Target target)
    {
        if (target is not { Link: { } link, Cedula: { } cedula })
            return Finding.Unseen("S7", target.Link is null ? NoLink : NoPerson);
        var answers = new List<(string Page, string Cookies)>();
        foreach (var digits in new[] { cedula.Digits, Nobody, cedula.Digits, Nobody })
        {
            using var browser = target.NewBrowser();
            var page = await ProveAsync(browser, link, digits, "no es la clave 4711");
            answers.Add(($"{page.Status} {page.Same(digits)}", string.Join(' ', browser.SetCookies.Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal))));
        }

        var against = new List<string>();
        if (answers.Select(answer => answer.Page).Distinct(StringComparer.Ordinal).Skip(1).Any())
            against.Add("a known and an unknown cédula get different pages");
        if (answers.Select(answer => answer.Cookies).Distinct(StringComparer.Ordinal).Skip(1).Any())
            against.Add("a known and an unknown cédula get different cookies");
        return Finding.Of("S7", "a known and an unknown cédula get the same status, bytes and cookies (for the time: the benchmarks' `gap`)", against);
    }

    /// <summary>Of many claims at once one wins; its browser is returned for what comes after.</summary>
    public static async Task<(Finding Finding, Browser? Winner, Page? StepFive)> S3Async(Target target)
    {
        if (target is not { Link: { } link, Cedula: { } cedula, Clave: { } clave })
            return (Finding.Unseen("S3", target.Link is null ? NoLink : NoPerson), null, null);
        var browsers = Enumerable.Range(0, AtOnce).Select(_ => target.NewBrowser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => ProveAsync(browser, link, cedula.Digits, clave)));
        var winners = Enumerable.Range(0, AtOnce).Where(number => pages[number].Fields.Contains("nueva")).ToList();
        foreach (var (browser, _) in browsers.Select((browser, number) => (browser, number)).Where(pair => winners.Count == 0 || pair.number != winners[0]))
            browser.Dispose();
        return winners.Count switch
        {
            1 => (Finding.Of("S3", string.Create(CultureInfo.InvariantCulture, $"of {AtOnce} claims at once one won{(target.NewClave is null ? " (final posts at once: give nueva=…)" : "")}"), []), browsers[winners[0]], pages[winners[0]]),
            0 => (Finding.Unseen("S3", $"nobody got to step 5 (results: {string.Join(' ', pages.Select(page => page.Result).Distinct(StringComparer.Ordinal))}): is the clave right, and the link fresh?"), null, null),
            _ => (Finding.Of("S3", "", [$"{winners.Count} of {AtOnce} claims at once won"]), browsers[winners[0]], pages[winners[0]]),
        };
    }

    /// <summary>What a new clave must be.</summary>
    public static async Task<Finding> S9Async(Target target, Browser browser, Page stepFive)
    {
        var against = new List<string>();
        var bad = new (string Clave, string What)[]
        {
            ("corta", "a short one"), (new string('a', 40), "a repeated letter"), ("1234567890123456789", "a sequence"),
            (target.Cedula!.Digits + " y algo más", "one that holds the cédula"), ("clave larga con ﬁgura", "one that NFKC alters"), (target.Clave!, "the current one"),
        };
        foreach (var (clave, what) in bad)
        {
            var page = await browser.SubmitAsync(stepFive, ("nueva", clave), ("confirmacion", clave));
            if (page.Result == "changed" || !page.Fields.Contains("nueva"))
                against.Add($"{what} is not refused");
            else if (page.Html.Contains(clave, StringComparison.Ordinal) && clave.Length > 10 && clave != target.Cedula.Digits)
                against.Add($"the page repeats {what}");
        }

        return Finding.Of("S9", "short, repeated, sequential, personal, unstable and current claves are refused, and the page keeps step 5", against);
    }

    /// <summary>Of many final posts at once one changes, and all agree.</summary>
    public static async Task<Finding> ChangeAsync(Target target, Browser browser, Page stepFive)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => browser.SubmitAsync(stepFive, ("nueva", target.NewClave!), ("confirmacion", target.NewClave!))));
        var results = pages.Select(page => page.Result).Distinct(StringComparer.Ordinal).ToList();
        return results is ["changed"]
            ? Finding.Of("S3", string.Create(CultureInfo.InvariantCulture, $"of {AtOnce} final posts at once all say that it changed (that it is one write and one set of notices, the chat and the mail show)"), [])
            : Finding.Of("S3", "", [$"final posts at once say {string.Join(", ", results.Select(result => $"'{result}'"))}"]);
    }

    /// <summary>Dead links and links that never were look alike to a stranger.</summary>
    public static async Task<Finding> S4Async(Target target)
    {
        using var stranger = target.NewBrowser();
        var unknown = await stranger.GetAsync(target.At("/c/" + new string('A', 28)));
        var against = new List<string>();
        if (unknown.Result != "gone")
            against.Add($"an unknown link is answered '{unknown.Result}', status {unknown.Status}");
        var seen = "unknown links are gone";
        if (target.Link is { } link)
        {
            var page = await stranger.GetAsync(link);
            if (page.Fields.Contains("clave") || page.Result is "" or "guide")
                return against.Count > 0 ? Finding.Of("S4", "", against) : Finding.Unseen("S4", seen + "; the given link is still in use, so that a used one could not be compared (give nueva=…)");
            if (page.Status != unknown.Status || !string.Equals(page.Html, unknown.Html, StringComparison.Ordinal))
                against.Add("a used link looks different from one that never was");
            seen = "a used link and one that never was look the same to a stranger";
        }

        return Finding.Of("S4", seen, against);
    }

    /// <summary>Valid, and made up.</summary>
    private const string Nobody = "1759999996";

    private static bool IsProof(Page page) => page.Status == 200 && page.Fields.Contains("cedula") && page.Fields.Contains("clave");

    internal static async Task<Page> ProveAsync(Browser browser, Uri link, string cedula, string clave) =>
        await browser.SubmitAsync(await browser.GetAsync(link), ("cedula", cedula), ("clave", clave), ("acuerdo", "si"));
}
