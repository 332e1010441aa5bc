using System.Globalization;
using System.Net;
using System.Text;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Texts;

namespace ClaveBot.Cli.Gallery;

/// <summary>One page, without anything from elsewhere, that shows every message in both languages as each messenger will show it, with how much of its limit it takes.</summary>
internal static class GalleryPage
{
    // Bot API, sendMessage.
    private const int TelegramLimit = 4096;

    public static string Html()
    {
        var messages = new GalleryMessages();
        var page = new StringBuilder(Head);
        Section(page, "The steps", messages.OfSteps());
        Section(page, "Answers and notices", messages.Others());
        Table(page, "On buttons (at most 20 characters)", GalleryMessages.Labels());
        Table(page, "Mails", Enum.GetValues<MailText>());
        Table(page, "Pages", Enum.GetValues<PageText>());
        return page.Append("</main></body></html>\n").ToString();
    }

    private static void Section(StringBuilder page, string title, IEnumerable<(string Name, Func<Language, OutgoingMessage> Message)> messages)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n");
        foreach (var (name, message) in messages)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h3>{Text(name)}</h3><div class=row>\n");
            foreach (var language in Phrases.Languages)
            {
                Telegram(page, message(language));
                WhatsApp(page, message(language));
            }

            page.Append("</div>\n");
        }
    }

    private static void Telegram(StringBuilder page, OutgoingMessage message)
    {
        Open(page, "telegram", "Telegram", message, message.Text, TelegramLimit);
        if (message.Link is { } link)
            page.Append(CultureInfo.InvariantCulture, $"<b>{Text(link.Label)} ↗</b>");
        Buttons(page, message);
        page.Append("</section>\n");
    }

    // As decision 22 has it: up to three are quick replies, up to ten a list, and numbers otherwise.
    private static void WhatsApp(StringBuilder page, OutgoingMessage message)
    {
        if (message.Buttons.Count == 0 || ContentTemplate.For(message) is null)
        {
            Open(page, "whatsapp", "WhatsApp", message, WhatsAppText.Of(message), WhatsAppText.MaxLength);
        }
        else
        {
            Open(page, "whatsapp", message.Buttons.Count > ContentTemplate.MostButtons ? "WhatsApp, list" : "WhatsApp", message, WhatsAppText.Above(message), ContentTemplate.LongestBody);
            Buttons(page, message);
        }

        page.Append("</section>\n");
    }

    private static void Open(StringBuilder page, string kind, string channel, OutgoingMessage message, string text, int limit) => page.Append(
        CultureInfo.InvariantCulture,
        $"<section class={kind} lang={(message.Language == Language.English ? "en" : "es")}><small>{channel} · {message.Language} · {text.Length} of {limit}</small><p>{Text(text)}</p>");

    private static void Buttons(StringBuilder page, OutgoingMessage message)
    {
        foreach (var button in message.Buttons)
            page.Append(CultureInfo.InvariantCulture, $"<i>{Text(button.Label)}</i>");
    }

    private static void Table<TKey>(StringBuilder page, string title, IEnumerable<TKey> keys)
        where TKey : struct, Enum
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><table><tr><th>Key<th>Spanish<th>English\n");
        foreach (var key in keys)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{key}<td lang=es>{Text(key.Say(Language.Spanish))}<td lang=en>{Text(key.Say(Language.English))}\n");
        page.Append("</table>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ClaveBot: every message</title>
        <style>
        body { font: 16px/1.4 system-ui, sans-serif; margin: 1rem; color: #1b1b1b; background: #fff }
        h3 { font: 600 .9rem monospace; margin: 1.5rem 0 .25rem }
        .row { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .75rem; align-items: start }
        section { border-radius: .75rem; padding: .5rem .75rem; background: #eef4fb }
        section.whatsapp { background: #eaf6e6 }
        small { color: #4a4a4a } p { white-space: pre-line; margin: .25rem 0; overflow-wrap: anywhere }
        i, b { display: block; font-style: normal; text-align: center; background: #fff; border: 1px solid #9ab; border-radius: .5rem; margin: .25rem 0; padding: .2rem }
        table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere }
        </style></head><body><main>
        <h1>Every message</h1>
        <p>Made by <code>dotnet run --project src/ClaveBot.Cli -- texts gallery</code>; a test compares. Lengths are in UTF-16 code units, as the messengers count them.</p>

        """;
}
