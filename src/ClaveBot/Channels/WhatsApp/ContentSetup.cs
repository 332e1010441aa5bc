using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// Sees to it that Twilio has the content resources: looks which are there, by name and version, and creates what is missing. In the
/// background and for as long as it takes; nothing waits for it. Of two instances that create the same at once both are good.
/// </summary>
public sealed class ContentSetup(ClaveBotSettings settings, ContentCatalog catalog, ChannelHttp http, TimeProvider clock, ILogger<ContentSetup> log) : BackgroundService
{
    // Somebody may have deleted one, or the account may be allowed what it was not.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly TwilioContent twilio = new(settings.WhatsApp, http.Client);
    private bool told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.WhatsApp.QuickReplies)
            return;
        var backoff = new Backoff();
        while (true)
        {
            var wait = await EnsureAsync(stoppingToken) ? Again : backoff.Next();
            if (wait == Again)
                backoff.Reset();
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    /// <summary>False: Twilio could not be asked now.</summary>
    private async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (catalog.IsComplete)
                return true;
            var there = await twilio.ListAsync(cancellationToken);
            var created = 0;
            foreach (var template in ContentTemplate.All)
            {
                if (!there.TryGetValue(template.Name, out var sid))
                {
                    sid = await twilio.CreateAsync(template, cancellationToken);
                    created++;
                }

                catalog.Add(template, sid);
            }

            log.ContentReady(created);
            return true;
        }
        catch (TwilioRefusedException exception)
        {
            Tell(() => log.ContentRefused(exception.Message));
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Tell(() => log.ContentAway(settings.WhatsApp.ContentApiUrl));
            return false;
        }
    }

    private void Tell(Action tell)
    {
        if (!told)
            tell();
        told = true;
    }
}
