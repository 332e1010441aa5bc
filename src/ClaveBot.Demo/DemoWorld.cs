using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Simulator;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.Demo.Wire;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Demo;

/// <summary>Everything the demo consists of but its page: store, both messengers, the bot, two phones, the mails.</summary>
public sealed class DemoWorld : IAsyncDisposable
{
    private readonly DemoFolders folders;
    private readonly EmbeddedRedis store;
    private readonly TelegramEmulator telegram;
    private readonly WhatsAppEmulator whatsApp;
    private readonly DemoBot bot;
    private readonly SemaphoreSlim oneReset = new(1);

    private DemoWorld(DemoFolders folders, EmbeddedRedis store, TelegramEmulator telegram, WhatsAppEmulator whatsApp, DemoBot bot, Bell changed)
    {
        this.folders = folders;
        this.store = store;
        this.telegram = telegram;
        this.whatsApp = whatsApp;
        this.bot = bot;
        Changed = changed;
        Mails = new MailFolder(folders.Mail, changed);
        Phones = [telegram.PhoneOf(990000001, "Rosa"), whatsApp.PhoneOf("+593990000009", "Rosa")];
    }

    /// <summary>Rings when a chat or the mails change.</summary>
    public Bell Changed { get; }

    /// <summary>One of each messenger.</summary>
    public IReadOnlyList<Phone> Phones { get; }

    public MailFolder Mails { get; }

    internal static async Task<DemoWorld> StartAsync(DemoSettings settings, Stages stages, CancellationToken cancellationToken)
    {
        var (folders, time, changed) = (new DemoFolders(settings.Data), TimeProvider.System, new Bell());
        var keys = DemoKeys.ReadOrMake(folders.Keys);
        var redis = stages.Run("embedded store", () => EmbeddedRedis.Start(folders.Store));
        var (telegram, whatsApp) = await stages.RunAsync("emulated messengers", async () => (
            await TelegramEmulator.StartAsync(new(keys.TelegramToken, Folder: folders.Phones), time, changed, cancellationToken),
            await WhatsAppEmulator.StartAsync(new(keys.TwilioAccount, keys.TwilioToken, "whatsapp:+593990000000", Folder: folders.Phones), time, changed, cancellationToken)));
        var host = new DemoBot(DemoBot.Settings(settings, folders, keys, redis.Configuration, telegram, whatsApp));
        var world = new DemoWorld(folders, redis, telegram, whatsApp, host, changed);
        await stages.RunAsync("bot", () => host.StartAsync(cancellationToken));
        await telegram.SetWebhookAsync(new Uri(settings.BotUrl, "/webhooks/telegram"), keys.TelegramSecret);
        whatsApp.SetWebhook(new Uri(settings.BotUrl, "/webhooks/whatsapp#rc=3&rp=5xx,ct,rt"));
        return world;
    }

    /// <summary>Back to the first start: no conversation, no mail, the seeded people. The bot is stopped meanwhile.</summary>
    public async Task ResetAsync()
    {
        await oneReset.WaitAsync();
        try
        {
            await bot.StopAsync();
            await store.FlushAsync();
            SqliteConnection.ClearAllPools();
            foreach (var file in new[] { "", "-wal", "-shm" })
                File.Delete(folders.Directory + file);
            Mails.Clear();
            telegram.Clear();
            whatsApp.Clear();
            await bot.StartAsync(CancellationToken.None);
        }
        finally
        {
            oneReset.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await telegram.DisposeAsync();
        await whatsApp.DisposeAsync();
        await store.DisposeAsync();
        Mails.Dispose();
        oneReset.Dispose();
    }
}
