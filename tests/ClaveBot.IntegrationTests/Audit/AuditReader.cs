using System.Text.Json;
using ClaveBot.Audit;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.IntegrationTests.Audit;

/// <summary>The audit of a world, read beside its host as an operator does.</summary>
internal sealed class AuditReader(BotWorld world) : IAsyncDisposable
{
    private readonly RedisConnection _redis = new(new RedisSettings { Configuration = world.Settings["Redis:Configuration"]! });
    private readonly ReplicaGate _replicas = new(new RedisSettings(), NullLogger<ReplicaGate>.Instance);

    /// <summary>Waits until a line is on record, checks that the chain is whole, and returns all of it, as "act outcome".</summary>
    public async Task<IReadOnlyList<string>> WaitForAsync(string line)
    {
        var keys = new AuditKeys(new KeyRing(Convert.FromBase64String(world.Settings["Keys:Index"]!), [], []));
        var report = new AuditReport(_redis, _replicas, keys, TimeProvider.System);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var lines = await LinesAsync(report);
            if (lines.Contains(line, StringComparer.Ordinal))
            {
                (await report.VerifyAsync()).Findings.ShouldBeEmpty();
                return lines;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _replicas.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <summary>What is on record now.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(AuditReport report)
    {
        var lines = new List<string>();
        await foreach (var line in report.LinesAsync())
        {
            using var json = JsonDocument.Parse(line);
            lines.Add($"{json.RootElement.GetProperty("act")} {json.RootElement.GetProperty("outcome")}");
        }

        return lines;
    }
}
