using System.Diagnostics.CodeAnalysis;
using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Web.Pages;

/// <summary>Step 5: the new clave, twice. Only for the browser that claimed the link.</summary>
public sealed class ChooseModel(PasswordPages passwords, IServiceProvider services) : LinkPage(passwords)
{
    public TimeLeft Time { get; private set; } = TimeLeft.None;

    /// <summary>The rules, the two fields and the offered phrase.</summary>
    public NewClave? NewClave { get; private set; }

    /// <summary>Why the clave must be changed now; null when it need not.</summary>
    public PolicyOutcome? Reason { get; private set; }

    public bool Refused { get; private set; }

    public FieldErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync() => Show(await LookAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        if (WantsTime)
            return await MoreTimeAsync(ChoosePath);
        var view = await LookAsync();
        switch (view)
        {
            case PageView.Choose choose:
                using (var replacement = Fields(choose).Read(Request.Form))
                    return replacement is null ? Show(view) : await ChangeAsync(view, replacement);
            // Pressed twice: the browser shows the answer to the second post, which is to be that of the first.
            case PageView.Unsure or PageView.Changed:
                using (var replacement = new Secret(Field("nueva")))
                    return await ChangeAsync(view, replacement);
            default:
                return Show(view);
        }
    }

    private async Task<IActionResult> ChangeAsync(PageView view, Secret replacement)
    {
        switch (await Passwords.ChangeAsync(Token, Session, replacement, HttpContext.RequestAborted))
        {
            case ChangeOutcome.Changed changed:
                SessionCookie.Write(HttpContext, changed.Session);
                return SeeOther(DonePath);
            case ChangeOutcome.Refused refused:
                Refused = true;
                NewClave?.Refuse(refused.Fault, replacement);
                return Show(view);
            case ChangeOutcome.Elsewhere:
                return Show(new PageView.Elsewhere());
            case ChangeOutcome.Unavailable:
                return Show(new PageView.Unavailable());
            case ChangeOutcome.Unsure:
                return Show(new PageView.Unsure());
            default:
                return Show(new PageView.Gone());
        }
    }

    private IActionResult Show(PageView view)
    {
        if (view is not PageView.Choose choose)
            return ShowElse(view);
        Fields(choose).Offer();
        Reason = choose.Reason;
        Time = services.GetRequiredService<Clock>().Left(choose.Deadline, choose.CanGrow);
        return Page();
    }

    [MemberNotNull(nameof(NewClave))]
    private NewClave Fields(PageView.Choose choose) => NewClave ??= new NewClave(
        services.GetRequiredService<PasswordRules>(), services.GetRequiredService<IAccountDirectory>().Limits, choose.Cedula, Errors);
}
