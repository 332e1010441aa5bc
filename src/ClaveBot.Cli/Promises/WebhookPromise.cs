using System.Text;
using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.Cli.Promises;

/// <summary>S1: a webhook with a missing or wrong secret or signature is refused, and the right one is not.</summary>
internal static class WebhookPromise
{
    private const string Update = """{"update_id":1}""";

    private const string StatusPath = "/webhooks/whatsapp/status";

    public static async Task<Finding> LookAsync(Target target)
    {
        using var browser = target.NewBrowser();
        var against = new List<string>();
        foreach (var secret in new[] { null, "", "wrong", target.TelegramSecret + "x" })
            Refused(await TelegramAsync(browser, target, secret), "Telegram", against);
        foreach (var signature in new[] { null, "", "wrong", Convert.ToBase64String(new byte[20]) })
            Refused(await WhatsAppAsync(browser, target, signature), "WhatsApp", against);
        var unseen = new List<string>();
        if (target.TelegramSecret.Length > 0)
            Taken(await TelegramAsync(browser, target, target.TelegramSecret), "Telegram", against);
        else
            unseen.Add("without Telegram:SecretToken it does not show that the right one is taken");
        if (target.WhatsAppToken.Length > 0)
            Taken(await WhatsAppAsync(browser, target, TwilioSignature.Compute(target.WhatsAppToken, target.PublicUrl.TrimEnd('/') + StatusPath, StatusOf(target))), "WhatsApp", against);
        else
            unseen.Add("without WhatsApp:AuthToken it does not show that the right signature is taken");
        return Finding.Of("S1", string.Join("; ", unseen.Prepend("missing and wrong secrets and signatures are refused (that the time tells nothing, only its own test shows)")), against);
    }

    private static void Refused(Page page, string channel, List<string> against)
    {
        // 404: the channel is off.
        if (page.Status is not (401 or 403 or 404))
            against.Add($"a {channel} webhook with a missing or wrong secret is answered {page.Status}");
    }

    private static void Taken(Page page, string channel, List<string> against)
    {
        if (page.Status is not (200 or 204))
            against.Add($"a {channel} webhook with the right secret is answered {page.Status}: do the settings given here belong to that instance?");
    }

    // Of a message that nobody sent: whoever takes it has nothing to do.
    private static KeyValuePair<string, string>[] StatusOf(Target target) =>
        [new("AccountSid", target.WhatsAppAccount), new("MessageSid", "SM" + new string('0', 32)), new("MessageStatus", "sent")];

    private static Task<Page> TelegramAsync(Browser browser, Target target, string? secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target.At("/webhooks/telegram")) { Content = new StringContent(Update, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return browser.SendAsync(request);
    }

    private static Task<Page> WhatsAppAsync(Browser browser, Target target, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target.At(StatusPath)) { Content = new FormUrlEncodedContent(StatusOf(target)) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return browser.SendAsync(request);
    }
}
