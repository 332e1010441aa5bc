using System.Diagnostics.CodeAnalysis;
using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;
using ClaveBot.Texts;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Web.Pages;

/// <summary>Recovery: the code that was mailed, and the new clave, twice. Shown for every cédula alike.</summary>
public sealed class CodeModel(PasswordPages passwords, RecoveryPages recovery, IServiceProvider services) : LinkPage(passwords)
{
    /// <summary>As typed: it is no clave, and eight digits are tedious to type again.</summary>
    public string Code { get; private set; } = "";

    public TimeLeft Time { get; private set; } = TimeLeft.None;

    /// <summary>The rules, the two fields and the offered phrase.</summary>
    public NewClave? NewClave { get; private set; }

    public bool Refused { get; private set; }

    public FieldErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync() => Show(await LookAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var view = await LookAsync();
        switch (view)
        {
            case PageView.Code asked when Field("otro").Length > 0:
                return await AskAgainAsync(asked);
            case PageView.Code asked:
                var code = ReadCode();
                using (var replacement = Fields(asked).Read(Request.Form))
                    return code is null || replacement is null ? Show(view) : await FinishAsync(view, code, replacement);
            // Pressed twice: the browser shows the answer to the second post, which is to be that of the first.
            case PageView.Unsure or PageView.Changed:
                using (var replacement = new Secret(Field("nueva")))
                    return await FinishAsync(view, "", replacement);
            default:
                return Show(view);
        }
    }

    private async Task<IActionResult> AskAgainAsync(PageView.Code asked)
    {
        if (!Cedula.TryParse(asked.Cedula, out var cedula))
            return Show(asked);
        switch (await recovery.AskAsync(Token, Session, cedula, another: true, Visitor))
        {
            case AskOutcome.Asked again:
                SessionCookie.Write(HttpContext, again.Session);
                return SeeOther(CodePath);
            case AskOutcome.Other other:
                return Show(other.View);
            default:
                Errors.Add("codigo", PageText.CodeEnough);
                return Show(asked);
        }
    }

    private async Task<IActionResult> FinishAsync(PageView view, string code, Secret replacement)
    {
        switch (await recovery.FinishAsync(Token, Session, code, replacement, HttpContext.RequestAborted))
        {
            case RecoverOutcome.Came { To: ChangeOutcome.Changed changed }:
                SessionCookie.Write(HttpContext, changed.Session);
                return SeeOther(DonePath);
            case RecoverOutcome.Came { To: ChangeOutcome.Refused refused }:
                Refused = true;
                NewClave?.Refuse(refused.Fault, replacement);
                return Show(view);
            case RecoverOutcome.WrongCode:
                Refused = true;
                Errors.Add("codigo", PageText.CodeWrong);
                return Show(view);
            case RecoverOutcome.Came { To: ChangeOutcome.Elsewhere }:
                return SeeOther(ProvePath);
            case RecoverOutcome.Came { To: ChangeOutcome.Unavailable }:
                return Show(new PageView.Unavailable());
            case RecoverOutcome.Came { To: ChangeOutcome.Unsure }:
                return Show(new PageView.Unsure());
            default:
                return Show(new PageView.Gone());
        }
    }

    private IActionResult Show(PageView view)
    {
        if (view is not PageView.Code code)
            return ShowElse(view);
        Fields(code).Offer();
        Time = services.GetRequiredService<Clock>().Left(code.Deadline, canGrow: false) with { Says = PageText.CodeUntil, Soon = PageText.CodeSoon };
        return Page();
    }

    private string? ReadCode()
    {
        Code = Field("codigo");
        var code = RecoveryCode.Read(Code);
        if (code is null)
            Errors.Add("codigo", Code.Length == 0 ? PageText.CodeEmpty : PageText.CodeLength);
        return code;
    }

    [MemberNotNull(nameof(NewClave))]
    private NewClave Fields(PageView.Code asked) => NewClave ??= new NewClave(
        services.GetRequiredService<PasswordRules>(), services.GetRequiredService<IAccountDirectory>().Limits, asked.Cedula, Errors);
}
