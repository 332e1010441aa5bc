using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Web.Pages;

/// <summary>Step 5: the new clave, twice. Only for the browser that claimed the link.</summary>
public sealed class ChooseModel(PasswordPages passwords, IServiceProvider services) : LinkPage(passwords)
{
    /// <summary>For the read-only user name that password managers need.</summary>
    public string Cedula { get; private set; } = "";

    public TimeLeft Time { get; private set; } = TimeLeft.None;

    public PasswordLimits Limits { get; private set; } = new();

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
        var replacement = Field("nueva");
        switch (view)
        {
            case PageView.Choose:
                Check(replacement, Field("confirmacion"));
                return Errors.Any ? Show(view) : await ChangeAsync(view, replacement);
            // Pressed twice: the browser shows the answer to the second post, which is to be that of the first.
            case PageView.Unsure or PageView.Changed:
                return await ChangeAsync(view, replacement);
            default:
                return Show(view);
        }
    }

    private async Task<IActionResult> ChangeAsync(PageView view, string typed)
    {
        using var replacement = new Secret(typed);
        switch (await Passwords.ChangeAsync(Token, Session, replacement, HttpContext.RequestAborted))
        {
            case ChangeOutcome.Changed changed:
                SessionCookie.Write(HttpContext, changed.Session);
                return SeeOther(DonePath);
            case ChangeOutcome.Refused refused:
                Refused = true;
                return ShowFault(view, refused.Fault, replacement);
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

    private IActionResult ShowFault(PageView view, PasswordFault fault, Secret replacement)
    {
        var limits = services.GetRequiredService<IAccountDirectory>().Limits;
        Errors.Add("nueva", FaultWords.Of(fault), limits.MinLength, limits.MaxLength, PasswordRules.UnstableCharacter(replacement));
        return Show(view);
    }

    private IActionResult Show(PageView view)
    {
        if (view is not PageView.Choose choose)
            return ShowElse(view);
        Cedula = choose.Cedula;
        Reason = choose.Reason;
        Time = services.GetRequiredService<Clock>().Left(choose.Deadline, choose.CanGrow);
        Limits = services.GetRequiredService<IAccountDirectory>().Limits;
        return Page();
    }

    private void Check(string replacement, string confirmation)
    {
        if (replacement.Length == 0)
            Errors.Add("nueva", PageText.NewEmpty);
        if (confirmation.Length == 0)
            Errors.Add("confirmacion", PageText.ConfirmationEmpty);
        else if (replacement.Length > 0 && !string.Equals(replacement, confirmation, StringComparison.Ordinal))
            Errors.Add("confirmacion", PageText.ConfirmationDiffers);
    }
}
