using System.Net;
using System.Text.RegularExpressions;
using ClaveBot.Channels;

namespace ClaveBot.Tests.Harness;

/// <summary>A phone of the demo's simulator page, used over HTTP as somebody without JavaScript uses it.</summary>
public sealed partial class DemoPhone(DemoProcess demo, Channel channel) : IDisposable
{
    private readonly PageClient _browser = new(new Uri(demo.Url));

    /// <summary>Chats until the bot gives its one-time link.</summary>
    public async Task<Uri> ToLinkAsync()
    {
        foreach (var said in new[] { "hola", "cambiar mi clave", "sí" })
            await AskAsync(said);
        var reply = await AskAsync("sí");
        return new Uri(Link().Match(WebUtility.HtmlDecode(reply)).Value);
    }

    public void Dispose() => _browser.Dispose();

    /// <summary>Types, and waits for the bot's next message; its HTML.</summary>
    private async Task<string> AskAsync(string text)
    {
        var page = await PhoneAsync();
        var before = Replies(page).Count;
        await _browser.SubmitAsync(page with { Url = new Uri(demo.Url + "/?handler=Type"), Html = TypeForm().Match(page.Html).Value }, ("text", text));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (Replies(page).Count == before)
        {
            await glance.WaitForNextTickAsync(patience.Token);
            page = await PhoneAsync();
        }

        return Replies(page)[^1];
    }

    private async Task<Page> PhoneAsync()
    {
        var page = await _browser.GetAsync(new Uri(demo.Url));
        var from = page.Html.IndexOf($"data-channel=\"{channel}\"", StringComparison.OrdinalIgnoreCase);
        return page with { Html = page.Html[from..page.Html.IndexOf("</section>", from, StringComparison.Ordinal)] };
    }

    private static List<string> Replies(Page phone) => [.. Reply().Matches(phone.Html).Select(match => match.Value)];

    [GeneratedRegex("<li[^>]*data-from=\"bot\".*?</li>", RegexOptions.Singleline, 1000)]
    private static partial Regex Reply();

    [GeneratedRegex("<form class=\"type\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex TypeForm();

    [GeneratedRegex("http://[a-z0-9.:]+/c/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
