using System.Globalization;
using ClaveBot.Demo.Store;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>One of the hosts: a process with a proxy on each of its wires, which can be killed at a moment seen on one of them.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly TcpProxy[] _wires;
    private readonly Ledger _ledger;
    private HostProcess? _host;

    /// <param name="name">For reports.</param>
    /// <param name="world">Whose settings it gets.</param>
    /// <param name="storePort">Where Redis is.</param>
    /// <param name="ledger">Told what is seen on the wires, and of each death.</param>
    public Instance(string name, BotWorld world, int storePort, Ledger ledger)
    {
        (Name, _ledger) = (name, ledger);
        Trap = new(Kill);
        var messenger = new MessengerWire(Trap, (chat, from, until, heard) => ledger.Sent(new(this, chat, from, until, heard)));
        _wires =
        [
            new(storePort, new StoreWire(Trap, ledger.Marked).RelayAsync),
            new(new Uri(world.Telegram.Url).Port, messenger.RelayAsync),
            new(new Uri(world.WhatsApp.Url).Port, messenger.RelayAsync),
        ];
        Url = Loopback(FreePort.Find());
        _settings = new(world.Settings, StringComparer.Ordinal)
        {
            ["Urls"] = Url.GetLeftPart(UriPartial.Authority),
            ["Admin:Urls"] = Loopback(FreePort.Find()).GetLeftPart(UriPartial.Authority),
            ["Redis:Configuration"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_wires[0].Port},asyncTimeout=5000"),
            ["Telegram:ApiUrl"] = Loopback(_wires[1].Port).GetLeftPart(UriPartial.Authority),
            ["WhatsApp:ApiUrl"] = Loopback(_wires[2].Port).GetLeftPart(UriPartial.Authority),
        };
    }

    public string Name { get; }

    public Uri Url { get; }

    public Trap Trap { get; }

    public bool IsUp { get; private set; }

    public async Task StartAsync()
    {
        _host = await HostProcess.StartAsync(_settings, Url);
        IsUp = true;
    }

    /// <summary>SIGKILL now, then waits for the end.</summary>
    public async Task KillAsync()
    {
        IsUp = false;
        Kill();
        await _host!.DisposeAsync();
    }

    /// <summary>SIGTERM, as an orchestrator replaces it: it is let finish. Requests find nothing there until it is back.</summary>
    public async Task RestartAsync()
    {
        (await _host!.TerminateAsync()).ShouldBe(0, _host.Said);
        await StartAsync();
    }

    /// <summary>Cuts the host off from Redis, or lets it through again.</summary>
    public void CutStore(bool away) => _wires[0].Cut(away);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await KillAsync();
        foreach (var wire in _wires)
            await wire.DisposeAsync();
    }

    private void Kill()
    {
        _host?.Kill();
        _ledger.Died(this);
    }

    private static Uri Loopback(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
}
