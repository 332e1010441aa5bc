using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Store;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.Settings;
using ClaveBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Harness;

/// <summary>The real host between both emulated messengers, over a store of the test's choice, on free loopback ports.</summary>
public sealed class BotWorld : IAsyncDisposable
{
    private const string Secret = "secreto-de-prueba";
    private static int people;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-world-");
    private readonly Dictionary<string, string?> _settings;
    private readonly StringWriter _audit = new() { NewLine = "\n" };
    private readonly TimeProvider _time;
    private WebApplication? _host;

    private BotWorld(Dictionary<string, string?> settings, TelegramEmulator telegram, WhatsAppEmulator whatsApp, TimeProvider time)
    {
        (_settings, Telegram, WhatsApp, _time) = (settings, telegram, whatsApp, time);
        Url = new Uri(settings["PublicUrl"]!);
    }

    public TelegramEmulator Telegram { get; }

    public WhatsAppEmulator WhatsApp { get; }

    /// <summary>Where the bot's webhooks and pages are.</summary>
    public Uri Url { get; }

    public string MailFolder => Path.Combine(_folder.FullName, "mail");

    /// <summary>What the hosts of this process wrote to standard output for the audit.</summary>
    public string AuditLines
    {
        get
        {
            lock (_audit)
                return _audit.ToString();
        }
    }

    public IServiceProvider Services => _host!.Services;

    /// <summary>What an operator would set; also for a host in a process of its own.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

    public static async Task<BotWorld> StartAsync(BotMode mode, string redis, TimeProvider? time = null, bool startHost = true)
    {
        var clock = time ?? TimeProvider.System;
        var token = "123456:prueba";
        var account = "AC" + new string('0', 32);
        var telegram = await TelegramEmulator.StartAsync(new(token), clock);
        var whatsApp = await WhatsAppEmulator.StartAsync(new(account, "token-de-prueba", "whatsapp:+593990000000"), clock);
        var url = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}";
        var world = new BotWorld(new(StringComparer.Ordinal)
        {
            ["Urls"] = url,
            ["Admin:Urls"] = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}",
            ["PublicUrl"] = url,
            ["Mode"] = mode.ToString(),
            ["Redis:Configuration"] = redis,
            ["Keys:Index"] = Key(),
            ["Keys:Current"] = Key(),
            ["Telegram:Token"] = token,
            ["Telegram:SecretToken"] = Secret,
            ["Telegram:ApiUrl"] = telegram.Url,
            ["WhatsApp:AccountSid"] = account,
            ["WhatsApp:AuthToken"] = "token-de-prueba",
            ["WhatsApp:From"] = whatsApp.Options.From,
            ["WhatsApp:ApiUrl"] = whatsApp.Url,
            ["WhatsApp:ContentApiUrl"] = whatsApp.Url,
            // Numbers are there at once; what buttons are made of is created while the host runs already.
            ["WhatsApp:QuickReplies"] = "false",
            ["Logging:LogLevel:Default"] = "Error",
        }, telegram, whatsApp, clock);
        if (mode == BotMode.Operator)
            await world.AddDirectoryAsync();
        await telegram.SetWebhookAsync(new Uri(world.Url, "/webhooks/telegram"), Secret);
        whatsApp.SetWebhook(new Uri(world.Url, "/webhooks/whatsapp#rc=3&rp=5xx,ct,rt"));
        if (startHost)
            await world.StartHostAsync();
        return world;
    }

    /// <summary>For the hosts started from now on.</summary>
    public void Set(string key, string? value) => _settings[key] = value;

    public async Task StartHostAsync()
    {
        _host = ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(_settings), services => services.AddSingleton(_time).AddSingleton(new AuditOutput(_audit)));
        await _host.StartAsync();
        if (_settings["WhatsApp:QuickReplies"] == "true")
            await ButtonsAsync(_host.Services.GetRequiredService<ContentCatalog>());
    }

    /// <summary>One more instance over the same store; messengers deliver to the first.</summary>
    public async Task<WebApplication> StartAnotherHostAsync()
    {
        var settings = new Dictionary<string, string?>(_settings, StringComparer.Ordinal)
        {
            ["Urls"] = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}",
            ["Admin:Urls"] = $"http://127.0.0.1:{FreePort.Find().ToString(CultureInfo.InvariantCulture)}",
        };
        var host = ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(settings), services => services.AddSingleton(_time).AddSingleton(new AuditOutput(_audit)));
        await host.StartAsync();
        return host;
    }

    public async Task StopHostAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        await _host.DisposeAsync();
        _host = null;
    }

    /// <summary>The phone of somebody who never wrote before.</summary>
    public Phone NewPhone(Channel channel)
    {
        var number = 990000000 + Interlocked.Increment(ref people);
        return channel == Channel.Telegram
            ? Telegram.PhoneOf(number, "Persona de prueba")
            : WhatsApp.PhoneOf("+593" + number.ToString(CultureInfo.InvariantCulture), "Persona de prueba");
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Telegram.DisposeAsync();
        await WhatsApp.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task ButtonsAsync(ContentCatalog catalog)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!catalog.IsComplete)
            await glance.WaitForNextTickAsync(patience.Token);
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private async Task AddDirectoryAsync()
    {
        var seed = Path.Combine(_folder.FullName, "people.json");
        await File.WriteAllTextAsync(seed, TestPeople.Json);
        _settings["Directory:Kind"] = "Sqlite";
        _settings["Directory:Sqlite:Path"] = Path.Combine(_folder.FullName, "directory.db");
        _settings["Directory:Sqlite:Seed"] = seed;
        _settings["Mail:Folder"] = MailFolder;
        _settings["Mail:From"] = "avisos@example.test";
    }
}
