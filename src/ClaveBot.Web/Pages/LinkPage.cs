using ClaveBot.Channels;
using ClaveBot.Limits;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using ClaveBot.Texts;
using ClaveBot.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaveBot.Web.Pages;

/// <summary>What the pages behind a one-time link share: the token, the cookie, and what to show when a page is not the right one.</summary>
public abstract class LinkPage(PasswordPages passwords) : PageModel
{
    /// <summary>The secret of the address.</summary>
    protected string Token => (string?)RouteData.Values["token"] ?? "";

    private protected PasswordPages Passwords => passwords;

    private protected string ProvePath => $"/c/{Uri.EscapeDataString(Token)}";

    private protected string ChoosePath => ProvePath + "/nueva";

    private protected string CodePath => ProvePath + "/codigo";

    private protected string DonePath => ProvePath + "/listo";

    private protected string? Session => SessionCookie.Read(HttpContext);

    /// <summary>For the limits.</summary>
    private protected Visitor Visitor => new(
        HttpContext.RequestServices.GetRequiredService<ClientAddress>().Of(HttpContext), MemoryCookie.Read(HttpContext));

    private protected Task<PageView> LookAsync() => passwords.LookAsync(Token, Session, HttpContext.RequestAborted);

    /// <summary>The ways back to the chat.</summary>
    private protected IReadOnlyList<(PageText Text, string Url)> Chats =>
    [
        .. HttpContext.RequestServices.GetRequiredService<WayBack>().Chats
            .Select(chat => (chat.Channel == Channel.Telegram ? PageText.AskInTelegram : PageText.AskInWhatsApp, chat.Url.AbsoluteUri)),
    ];

    /// <summary>"Necesito más tiempo" was pressed: nothing else that came with it is read.</summary>
    private protected bool WantsTime => Field("mas").Length > 0;

    private protected async Task<IActionResult> MoreTimeAsync(string path)
    {
        await passwords.ExtendAsync(Token, Session);
        return SeeOther(path);
    }

    /// <summary>For every view that the page itself does not show: the page that does, or a notice.</summary>
    private protected IActionResult ShowElse(PageView view) => view switch
    {
        PageView.Prove or PageView.Guide or PageView.Recover => SeeOther(ProvePath),
        PageView.Choose => SeeOther(ChoosePath),
        PageView.Code => SeeOther(CodePath),
        PageView.Changed => SeeOther(DonePath),
        PageView.Elsewhere => Notices.Elsewhere(continuePath: null, Chats).ToResult(),
        PageView.Unsure => Notices.Unsure.ToResult(),
        PageView.Unavailable => Notices.Unavailable.ToResult(),
        _ => Notices.Gone(HttpContext.RequestServices.GetRequiredService<ClaveBotSettings>().Links.Life, Chats).ToResult(),
    };

    /// <summary>303: the next page is fetched by GET, so that going back or reloading posts nothing again.</summary>
    private protected StatusCodeResult SeeOther(string path)
    {
        Response.Headers.Location = PageLanguage.Onward(HttpContext, path);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A field exactly as typed; the framework's binder would turn a clave of spaces into nothing.</summary>
    private protected string Field(string name) => Request.Form[name] is [{ } value, ..] ? value : "";
}
