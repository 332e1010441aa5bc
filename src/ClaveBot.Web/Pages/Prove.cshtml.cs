using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Web.Pages;

/// <summary>Step 4: cédula and current clave. In recovery the cédula alone; in Portal mode the checklist instead, without any field.</summary>
public sealed class ProveModel(PasswordPages passwords, IServiceProvider services) : LinkPage(passwords)
{
    private readonly Clock _clock = services.GetRequiredService<Clock>();

    /// <summary>As typed; the clave is never kept.</summary>
    public string Cedula { get; private set; } = "";

    public bool Agreed { get; private set; }

    public bool Refused { get; private set; }

    /// <summary>The clave is forgotten: the cédula alone is asked for.</summary>
    public bool Recovers { get; private set; }

    /// <summary>A code is on its way already, asked for by a browser that may be this one.</summary>
    public bool WasAsked { get; private set; }

    public TimeLeft Time { get; private set; } = TimeLeft.None;

    public FieldErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync() => Show(await LookAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        if (WantsTime)
            return await MoreTimeAsync(ProvePath);
        var view = await LookAsync();
        Cedula = Field("cedula");
        if (view is PageView.Recover)
            return await AskAsync(view);
        if (view is not PageView.Prove)
            return Show(view);

        Agreed = Field("acuerdo").Length > 0;
        using var current = new Secret(Field("clave"));
        var cedula = CheckCedula();
        if (current.IsEmpty)
            Errors.Add("clave", PageText.ClaveEmpty);
        if (!Agreed)
            Errors.Add("acuerdo", PageText.AgreementMissing);
        return Errors.Any || cedula is null ? Show(view) : await ProveAsync(view, cedula, current);
    }

    private async Task<IActionResult> ProveAsync(PageView view, Cedula cedula, Secret current)
    {
        switch (await Passwords.ProveAsync(Token, cedula, current, Visitor, HttpContext.RequestAborted))
        {
            case ProveOutcome.Claimed claimed:
                MemoryCookie.Write(HttpContext, claimed.Memory);
                SessionCookie.Write(HttpContext, claimed.Session);
                return SeeOther(ChoosePath);
            case ProveOutcome.Refused:
                Refused = true;
                return Show(view);
            case ProveOutcome.Elsewhere:
                return Show(new PageView.Elsewhere());
            case ProveOutcome.Unavailable:
                return Show(new PageView.Unavailable());
            default:
                return Show(new PageView.Gone());
        }
    }

    private async Task<IActionResult> AskAsync(PageView view)
    {
        if (CheckCedula() is not { } cedula)
            return Show(view);
        switch (await services.GetRequiredService<RecoveryPages>().AskAsync(Token, Session, cedula, another: false, Visitor))
        {
            case AskOutcome.Asked asked:
                SessionCookie.Write(HttpContext, asked.Session);
                return SeeOther(CodePath);
            case AskOutcome.Other other:
                return Show(other.View);
            default:
                Refused = true;
                Errors.Add("cedula", PageText.CodeEnough);
                return Show(view);
        }
    }

    private IActionResult Show(PageView view)
    {
        switch (view)
        {
            case PageView.Recover recover:
                (Recovers, WasAsked) = (true, recover.WasAsked);
                Time = _clock.Left(recover.Deadline, recover.CanGrow);
                return Page();
            case PageView.Prove prove:
                Time = _clock.Left(prove.Deadline, prove.CanGrow);
                return Page();
            case PageView.Guide guide:
                return Notice.View("/Pages/Guide.cshtml", new GuideView(_clock.TimeOfDay(guide.Deadline)), StatusCodes.Status200OK);
            case PageView.Elsewhere:
                return Notices.Elsewhere(ChoosePath, Chats).ToResult();
            default:
                return ShowElse(view);
        }
    }

    private Cedula? CheckCedula()
    {
        if (Accounts.Cedula.TryParse(Cedula, out var cedula))
            return cedula;
        var typed = Cedula.Where(c => c is not (' ' or '-' or '\u00A0')).ToArray();
        Errors.Add("cedula", typed switch
        {
            [] => PageText.CedulaEmpty,
            { Length: not 10 } => PageText.CedulaLength,
            _ => typed.All(char.IsAsciiDigit) ? PageText.CedulaWrong : PageText.CedulaLength,
        });
        return null;
    }
}

/// <summary>What the checklist of Portal mode shows.</summary>
/// <param name="Until">As in "14:35".</param>
public sealed record GuideView(string Until);
