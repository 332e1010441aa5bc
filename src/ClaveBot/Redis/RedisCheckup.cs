using ClaveBot.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace ClaveBot.Redis;

/// <summary>
/// Looks at the start whether every primary can be trusted with conversations. A Redis that is away does not keep the host from
/// starting: it is looked at as soon as it answers, and until it is put right the host is not ready.
/// </summary>
public sealed class RedisCheckup(RedisConnection redis, ILogger<RedisCheckup> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong and the cure, for the operator; null when nothing is, or nobody knows yet.</summary>
    public string? Problem { get; private set; }

    /// <exception cref="SettingsException">Redis answers, and would lose conversations.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await LookAsync().WaitAsync(Patience, TimeProvider.System, cancellationToken) is { Count: > 0 } errors)
                throw new SettingsException(errors);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            log.AwayAtStart();
            await base.StartAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Patience, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var errors = await LookAsync();
                Problem = errors.Count == 0 ? null : string.Join(' ', errors);
                if (Problem is null)
                    return;
                log.Unfit(Problem);
            }
            catch (StoreUnavailableException)
            {
                // Said once already; readiness says it all the time.
            }
        }
    }

    private async Task<IReadOnlyList<SettingError>> LookAsync()
    {
        var verdicts = await JudgeAsync(redis);
        foreach (var warning in verdicts.SelectMany(verdict => verdict.Warnings).Distinct(StringComparer.Ordinal))
            log.Doubtful(warning);
        return [.. verdicts.SelectMany(verdict => verdict.Errors).Distinct()];
    }

    /// <summary>What is to be said of each primary.</summary>
    /// <exception cref="StoreUnavailableException">None answers.</exception>
    internal static async Task<IReadOnlyList<RedisVerdict>> JudgeAsync(RedisConnection redis)
    {
        var verdicts = await redis.RunAsync(db => Task.WhenAll(
            db.Multiplexer.GetServers().Where(server => server.IsConnected && !server.IsReplica).Select(JudgeAsync)));
        return verdicts.Length > 0 ? verdicts : throw new StoreUnavailableException("No Redis answers that takes writes. Check Redis:Configuration and that the server runs.");
    }

    private static async Task<RedisVerdict> JudgeAsync(IServer server)
    {
        var config = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in RedisVerdict.Parameters)
        {
            if (await ConfigAsync(server, parameter) is { } value)
                config[parameter] = value;
        }

        return RedisVerdict.Of(server.Version, config);
    }

    private static async Task<string?> ConfigAsync(IServer server, string parameter)
    {
        try
        {
            return (string[]?)await server.ExecuteAsync("CONFIG", "GET", parameter) is [_, var value] ? value : null;
        }
        catch (RedisServerException)
        {
            // Managed services forbid it.
            return null;
        }
    }
}
