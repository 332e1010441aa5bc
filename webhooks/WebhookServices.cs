using ClaveBot.Webhooks.Telegram;
using ClaveBot.Webhooks.WhatsApp;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Webhooks;

/// <summary>Registers what the messengers call. The host maps the controllers.</summary>
public static class WebhookServices
{
    /// <summary>Controllers, their filters, and polling for a machine without a public address.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddMvcCore().AddApplicationPart(typeof(WebhookServices).Assembly);
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookLimits>();
        services.AddSingleton<TelegramSecretFilter>();
        services.AddSingleton<TwilioSignatureFilter>();
        services.AddHostedService<TelegramPolling>();
        return services;
    }
}
