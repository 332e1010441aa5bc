using ClaveBot.Channels.Telegram;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels;

/// <summary>Registers what speaks to the messengers.</summary>
public static class ChannelServices
{
    /// <summary>
    /// One <see cref="IChannelSender"/> for each channel that is on, and the bot's <see cref="TelegramIdentity"/> (empty when Telegram is off).
    /// </summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, ClaveBotSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ChannelHttp(ChannelHttp.SendTimeout));
        services.AddSingleton(new TelegramIdentity(settings.Telegram));
        services.AddSingleton<WayBack>();
        services.AddSingleton<StatusRanks>();
        services.AddSingleton<StatusMetrics>();
        services.AddSingleton<MessageStatuses>();
        if (settings.Telegram.IsOn)
        {
            services.AddSingleton<IChannelSender>(static provider => new TelegramSender(
                provider.GetRequiredService<ClaveBotSettings>().Telegram,
                provider.GetRequiredService<ChannelHttp>().Client,
                provider.GetRequiredService<TimeProvider>()));
            services.AddHostedService<TelegramIntroduction>();
            services.AddSingleton(static provider => new TelegramKeyboards(
                provider.GetRequiredService<ClaveBotSettings>().Telegram,
                provider.GetRequiredService<ChannelHttp>().Client,
                provider.GetRequiredService<TimeProvider>()));
            services.AddHostedService(static provider => provider.GetRequiredService<TelegramKeyboards>());
        }

        if (settings.WhatsApp.IsOn)
        {
            services.AddSingleton<ContentCatalog>();
            services.AddHostedService<ContentSetup>();
            services.AddSingleton(static provider => new WhatsAppApproved(
                provider.GetRequiredService<ClaveBotSettings>().WhatsApp, provider.GetRequiredService<ILogger<WhatsAppApproved>>()));
            services.AddSingleton<IChannelSender>(static provider => new WhatsAppSender(
                provider.GetRequiredService<ClaveBotSettings>(),
                provider.GetRequiredService<ChannelHttp>().Client,
                provider.GetRequiredService<ContentCatalog>(),
                provider.GetRequiredService<WhatsAppApproved>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<WhatsAppSender>>()));
        }

        return services;
    }
}
