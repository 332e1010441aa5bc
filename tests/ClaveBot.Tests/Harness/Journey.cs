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
