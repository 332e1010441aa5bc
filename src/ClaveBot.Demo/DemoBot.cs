using System.Globalization;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.Web;

namespace ClaveBot.Demo;

/// <summary>The deployable host, in this process, with the demo's settings.</summary>
internal sealed class DemoBot(IReadOnlyDictionary<string, string?> settings) : IAsyncDisposable
{
    private WebApplication? host;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        host = ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(settings));
        await host.StartAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        if (host is null)
            return;
        await host.StopAsync();
        await host.DisposeAsync();
        host = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>What an operator would set, for a bot between the two emulators.</summary>
    public static Dictionary<string, string?> Settings(
        DemoSettings demo, DemoFolders folders, DemoKeys keys, string redis, TelegramEmulator telegram, WhatsAppEmulator whatsApp) => new(StringComparer.Ordinal)
        {
            ["Urls"] = Address(demo.BotUrl),
            ["Admin:Urls"] = Address(demo.AdminUrl),
            ["PublicUrl"] = Address(demo.BotUrl),
            ["Mode"] = "Operator",
            ["Redis:Configuration"] = redis,
            ["Keys:Index"] = keys.Index,
            ["Keys:Current"] = keys.Current,
            ["Telegram:Token"] = keys.TelegramToken,
            ["Telegram:SecretToken"] = keys.TelegramSecret,
            ["Telegram:ApiUrl"] = telegram.Url,
            ["Telegram:ChatUrl"] = Address(demo.Url) + "/#telegram",
            ["Telegram:Receive"] = "Webhook",
            ["WhatsApp:AccountSid"] = keys.TwilioAccount,
            ["WhatsApp:AuthToken"] = keys.TwilioToken,
            ["WhatsApp:From"] = whatsApp.Options.From,
            ["WhatsApp:ApiUrl"] = whatsApp.Url,
            ["WhatsApp:ContentApiUrl"] = whatsApp.Url,
            ["WhatsApp:Templates:Alert"] = whatsApp.AddTemplate("Aviso de seguridad de su asistente de claves. {{1}} Si no fue usted, responda «no fui yo» en este chat y le decimos qué hacer."),
            ["WhatsApp:ChatUrl"] = Address(demo.Url) + "/#whatsapp",
            ["Directory:Kind"] = "Sqlite",
            ["Directory:Sqlite:Path"] = folders.Directory,
            ["Directory:Sqlite:Seed"] = DemoFolders.People,
            ["Mail:Folder"] = folders.Mail,
            ["Mail:From"] = "avisos@example.test",
            ["Logging:LogLevel:Default"] = "Warning",
        };

    /// <summary>An address as settings want it: without a slash at its end.</summary>
    public static string Address(Uri url) => string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}://{url.Host}:{url.Port}");
}
