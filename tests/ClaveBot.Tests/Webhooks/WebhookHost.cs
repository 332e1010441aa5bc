using ClaveBot.Channels.Telegram;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.Settings;
using ClaveBot.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.Tests.Webhooks;

/// <summary>
/// The webhooks on a real server, with a turn handler that breaks when it is touched: for what is refused, and for what is
/// acknowledged without a turn.
/// </summary>
internal sealed class WebhookHost(WebApplication app, HttpClient http, LogLines log) : IAsyncDisposable
{
    public HttpClient Http => http;

    public LogLines Log => log;

    public WebhookLimits Limits => app.Services.GetRequiredService<WebhookLimits>();

    public static ClaveBotSettings Settings() => new()
    {
        PublicUrl = "https://bot.example.test",
        Telegram = { Token = "700000001:made-up-token", SecretToken = "a-made-up_Secret", ApiUrl = "http://127.0.0.1:1" },
        WhatsApp = { AccountSid = "AC00000000000000000000000000000001", AuthToken = "made-up-token", From = "+593990000000" },
    };

    public static async Task<WebhookHost> StartAsync(Action<ClaveBotSettings>? change = null)
    {
        var settings = Settings();
        change?.Invoke(settings);
        var lines = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new TelegramIdentity(settings.Telegram));
        builder.Services.AddSingleton<OutboxMetrics>();
        builder.Services.AddSingleton(services => new OutboxSender(null!, services.GetRequiredService<OutboxMetrics>(), TimeProvider.System, NullLogger<OutboxSender>.Instance));
        builder.Services.AddSingleton(services => new TurnHandler(null!, null!, null!, null!, null!, null!, services.GetRequiredService<OutboxSender>(), null!));
        builder.Services.AddSingleton(services => new MessageStatuses(
            new StatusRanks(), new StatusMetrics(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()), null!, null!, NullLogger<MessageStatuses>.Instance));
        builder.Services.AddWebhooks();
        var host = builder.Build();
        host.MapControllers();
        await host.StartAsync();
        return new WebhookHost(host, new HttpClient { BaseAddress = new Uri(host.Urls.First()) }, lines);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
