using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Demo.WhatsApp;
using ClaveBot.Demo.Wire;
using ClaveBot.Settings;
using ClaveBot.Tests.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class ContentSetupTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));
    private readonly ChannelHttp http = Samples.Patient();
    private readonly LogLines lines = new();
    private readonly List<ContentSetup> started = [];
    private WhatsAppEmulator twilio = null!;

    public async ValueTask InitializeAsync() => twilio = await WhatsAppEmulator.StartAsync(new("AC00000000000000000000000000000001", "made-up-token", "whatsapp:+593990000000"), time);

    public async ValueTask DisposeAsync()
    {
        foreach (var setup in started)
            await setup.StopAsync(CancellationToken.None);
        http.Dispose();
        await twilio.DisposeAsync();
    }

    [Fact]
    public async Task What_is_missing_is_created_once()
    {
        await StartedAsync();
        await StartedAsync();

        twilio.ContentNames.Order(StringComparer.Ordinal).ShouldBe(ContentTemplate.All.Select(template => template.Name).Order(StringComparer.Ordinal));
        lines.All.ShouldContain(line => line.Contains("10 were created", StringComparison.Ordinal));
        lines.All.ShouldContain(line => line.Contains("0 were created", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_missing_is_created()
    {
        for (var i = 0; i < 60; i++)
            twilio.AddTemplate("Otro contenido de la cuenta");
        await StartedAsync();
        var before = twilio.ContentNames.Count;

        await StartedAsync();

        twilio.ContentNames.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Several_instances_at_once_all_find_theirs()
    {
        var catalogs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartedAsync()));

        catalogs.ShouldAllBe(catalog => ContentTemplate.All.All(template => catalog.SidOf(template) != null));
    }

    [Fact]
    public async Task A_Content_API_that_fails_for_a_while_is_asked_again()
    {
        twilio.ContentFaults.Next(new Fault.Refuse(503), calls: 2);
        var catalog = new ContentCatalog();
        await StartAsync(catalog);

        await TickUntilAsync(TimeSpan.FromSeconds(1), () => catalog.IsComplete);

        Warnings().ShouldHaveSingleItem().ShouldContain(twilio.Url);
    }

    [Fact]
    public async Task One_that_refuses_is_told_once_with_the_cure_and_asked_again_later()
    {
        twilio.ContentFaults.Next(new Fault.Refuse(403), calls: 2);
        var catalog = new ContentCatalog();
        await StartAsync(catalog);

        await TickUntilAsync(TimeSpan.FromMinutes(10), () => catalog.IsComplete);

        Warnings().ShouldHaveSingleItem().ShouldContain("WhatsApp:QuickReplies");
        (time.GetUtcNow() - new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero)).ShouldBeGreaterThan(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task What_somebody_deletes_is_made_anew()
    {
        var catalog = await StartedAsync();
        twilio.DeleteContents();
        catalog.Remove(ContentTemplate.All[0]);

        await TickUntilAsync(TimeSpan.FromMinutes(10), () => twilio.ContentNames.Count == ContentTemplate.All.Count);

        catalog.IsComplete.ShouldBeTrue();
    }

    private IEnumerable<string> Warnings() => lines.All.Where(line => line.StartsWith("Twilio's Content API", StringComparison.Ordinal));

    private async Task<ContentCatalog> StartedAsync()
    {
        var catalog = new ContentCatalog();
        await StartAsync(catalog);
        await TickUntilAsync(TimeSpan.Zero, () => catalog.IsComplete);
        return catalog;
    }

    private async Task StartAsync(ContentCatalog catalog)
    {
        var settings = new ClaveBotSettings
        {
            WhatsApp = { AccountSid = twilio.Options.AccountSid, AuthToken = twilio.Options.AuthToken, From = twilio.Options.From, ContentApiUrl = twilio.Url },
        };
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(lines));
        var setup = new ContentSetup(settings, catalog, http, time, logging.CreateLogger<ContentSetup>());
        lock (started)
            started.Add(setup);
        await setup.StartAsync(CancellationToken.None);
    }

    private async Task TickUntilAsync(TimeSpan step, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!isSo())
        {
            await glance.WaitForNextTickAsync(patience.Token);
            time.Advance(step);
        }
    }
}
