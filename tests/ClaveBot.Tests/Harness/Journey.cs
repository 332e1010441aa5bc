using System.Text.RegularExpressions;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Tests.Harness;

/// <summary>The way of the main job, as most people go it.</summary>
public static class Journey
{
    public const string NewClave = "Mi-perro-come-7-mangos";

    /// <summary>From hello to the one-time link.</summary>
    public static async Task<Uri> ToLinkAsync(Phone phone)
    {
        foreach (var said in new[] { "hola", "cambiar mi clave", "sí" })
            await phone.AskAsync(said);
        return LinkOf(await phone.AskAsync("sí"));
    }

    /// <summary>From hello to the link of recovery.</summary>
    public static async Task<Uri> ToRecoveryAsync(Phone phone)
    {
        await phone.AskAsync("olvidé mi clave");
        return LinkOf(await phone.AskAsync("sí"));
    }

    /// <summary>Recovery: names a cédula.</summary>
    public static async Task<Page> NameAsync(PageClient browser, Uri link, string cedula) =>
        await browser.SubmitAsync(await browser.GetAsync(link), ("cedula", cedula));

    /// <summary>Recovery: the code and a new clave.</summary>
    public static Task<Page> RecoverAsync(PageClient browser, Page page, string code, string clave = NewClave) =>
        browser.SubmitAsync(page, ("codigo", code), ("nueva", clave), ("confirmacion", clave));

    /// <summary>The code in a mail, as it is written there; null when it holds none.</summary>
    public static string? CodeIn(string mail) => Regex.Match(mail, @"\b\d{4} \d{4}\b", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? found.Value : null;

    /// <summary>The one-time link that a message carries.</summary>
    public static Uri LinkOf(PhoneMessage message) => message.Links.Single(link => link.AbsolutePath.StartsWith("/c/", StringComparison.Ordinal));

    /// <summary>Acts, then waits for a reply that holds <paramref name="text"/>.</summary>
    public static async Task<PhoneMessage> HearAsync(Phone phone, int afterCount, string text, Func<Task> act)
    {
        await act();
        return await HearAsync(phone, afterCount, text);
    }

    /// <summary>
    /// Waits for a reply that holds <paramref name="text"/>. After a kill a message that the messenger had accepted just before may come twice.
    /// </summary>
    public static async Task<PhoneMessage> HearAsync(Phone phone, int afterCount, string text)
    {
        for (var index = afterCount; ; index++)
        {
            var reply = await phone.WaitForReplyAsync(index, TimeSpan.FromSeconds(30));
            if (reply.Text.Contains(text, StringComparison.Ordinal))
                return reply;
        }
    }

    /// <summary>Step 4.</summary>
    public static Task<Page> ProveAsync(PageClient browser, Page page, TestPerson person, string? clave = null) =>
        browser.SubmitAsync(page, ("cedula", person.Cedula), ("clave", clave ?? person.Password), ("acuerdo", "si"));

    /// <summary>Step 5.</summary>
    public static Task<Page> ChooseAsync(PageClient browser, Page page, string clave = NewClave) =>
        browser.SubmitAsync(page, ("nueva", clave), ("confirmacion", clave));
}
