using System.Diagnostics;
using System.Globalization;
using ClaveBot.Demo.Store;
using StackExchange.Redis;

namespace ClaveBot.Tests.Demo.Store;

public sealed class EmbeddedRedisTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Runs_scripts_over_several_keys_with_the_stores_own_clock()
    {
        await using var store = EmbeddedRedis.Start(folder);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(store.Configuration);
        const string Script = """
            redis.call('SET', KEYS[1], ARGV[1])
            redis.call('HSET', KEYS[2], 'f', ARGV[1])
            redis.call('ZADD', KEYS[3], 7, 'member')
            redis.call('PEXPIRE', KEYS[1], 60000)
            return redis.call('TIME')[1]
            """;
        byte[] bytes = [0, 255, 13, 10, 128];

        var seconds = (long)await redis.GetDatabase().ScriptEvaluateAsync(Script, ["{1}:a", "{1}:b", "{1}:c"], [bytes]);

        seconds.ShouldBeGreaterThan(1_700_000_000);
        ((byte[]?)await redis.GetDatabase().StringGetAsync("{1}:a")).ShouldBe(bytes);
        ((byte[]?)await redis.GetDatabase().HashGetAsync("{1}:b", "f")).ShouldBe(bytes);
        (await redis.GetDatabase().SortedSetScoreAsync("{1}:c", "member")).ShouldBe(7);
        (await redis.GetDatabase().KeyTimeToLiveAsync("{1}:a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_what_it_acknowledged_over_a_stop_and_forgets_it_when_flushed()
    {
        await using (var store = EmbeddedRedis.Start(folder))
        {
            await SetAsync(store.Configuration, "a", "kept");
            await SetHashAsync(store.Configuration, "h", "kept");
        }

        await using (var store = EmbeddedRedis.Start(folder))
        {
            (await GetAsync(store.Configuration, "a")).ShouldBe("kept");
            (await GetHashAsync(store.Configuration, "h")).ShouldBe("kept");
            await store.FlushAsync();
        }

        await using (var store = EmbeddedRedis.Start(folder))
        {
            (await GetAsync(store.Configuration, "a")).ShouldBeNull();
            (await GetHashAsync(store.Configuration, "h")).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Keeps_what_it_acknowledged_over_a_kill()
    {
        await StartAndKillAsync(async alive =>
        {
            for (var number = 0; number < 20; number++)
                await SetAsync(alive, $"k{number}", "kept");
        });

        await using var store = EmbeddedRedis.Start(folder);

        (await GetAsync(store.Configuration, "k19")).ShouldBe("kept");
    }

    private async Task StartAndKillAsync(Func<string, Task> use)
    {
        var port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [typeof(EmbeddedRedis).Assembly.Location, "store", folder, port])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldStartWith("Ready: 127.0.0.1:" + port);
            await use("127.0.0.1:" + port);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task SetAsync(string configuration, string key, string value)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        await redis.GetDatabase().StringSetAsync(key, value);
    }

    private static async Task<string?> GetAsync(string configuration, string key)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        return await redis.GetDatabase().StringGetAsync(key);
    }

    private static async Task SetHashAsync(string configuration, string key, string value)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        await redis.GetDatabase().HashSetAsync(key, "f", value);
    }

    private static async Task<string?> GetHashAsync(string configuration, string key)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        return await redis.GetDatabase().HashGetAsync(key, "f");
    }
}
