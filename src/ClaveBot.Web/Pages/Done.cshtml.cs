using ClaveBot.PasswordLinks;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Web.Pages;

/// <summary>Step 6: it is done. Only for the browser that did it.</summary>
public sealed class DoneModel(PasswordPages passwords) : LinkPage(passwords)
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Nothing is posted here; a post shows the same.</summary>
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    private async Task<IActionResult> ShowAsync() =>
        await LookAsync() is var view and not PageView.Changed ? ShowElse(view) : Notices.Changed.ToResult();
}
