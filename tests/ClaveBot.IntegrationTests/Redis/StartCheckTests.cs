using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>What a start says about the Redis it finds.</summary>
public sealed class StartCheckTests
{
    [Fact]
    public async Task A_redis_that_evicts_keeps_the_host_from_starting()
    {
        await using var redis = await RedisServer.StartAsync("--maxmemory-policy", "allkeys-lru");

        var error = (await Should.ThrowAsync<SettingsException>(() => StartAsync(redis))).Errors.ShouldHaveSingleItem();

        error.Key.ShouldBe("Redis:Configuration");
        error.ToString().ShouldContain("maxmemory-policy is allkeys-lru");
        error.Cure.ShouldContain("noeviction");
    }

    [Fact]
    public async Task A_redis_without_persistence_is_started_with()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "no");

        await StartAsync(redis);
    }

    [Fact]
    public async Task A_managed_redis_without_CONFIG_is_started_with()
    {
        await using var redis = await RedisServer.StartAsync("--maxmemory-policy", "allkeys-lru", "--rename-command", "CONFIG", "");

        await StartAsync(redis);
    }

    [Fact]
    public async Task A_redis_that_came_late_and_evicts_is_not_ready()
    {
        await using var redis = await RedisServer.StartAsync("--maxmemory-policy", "allkeys-lru");
        await redis.KillAsync();
        await using var connection = new RedisConnection(new() { Configuration = redis.Configuration });
        using var checkup = new RedisCheckup(connection, NullLogger<RedisCheckup>.Instance);
        await checkup.StartAsync(TestContext.Current.CancellationToken);
        checkup.Problem.ShouldBeNull();

        await redis.StartAgainAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (checkup.Problem is null)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        checkup.Problem.ShouldContain("maxmemory-policy");
        await checkup.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("6.0.20", 1)]
    [InlineData("6.2.0", 0)]
    [InlineData("7.0.15", 0)]
    [InlineData("8.0.0", 0)]
    public void A_redis_older_than_6_2_is_refused(string version, int errors) =>
        RedisVerdict.Of(Version.Parse(version), Config("yes", "always")).Errors.Count.ShouldBe(errors);

    [Theory]
    [InlineData("yes", "always", "", null)]
    [InlineData("yes", "everysec", "", "power cut")]
    [InlineData("no", "always", "", "nothing on disk")]
    [InlineData("no", "always", "3600 1", "snapshots only")]
    public void What_a_crash_of_redis_would_forget_is_warned_of(string log, string sync, string save, string? warning)
    {
        var verdict = RedisVerdict.Of(new(7, 0), Config(log, sync, save));

        verdict.Errors.ShouldBeEmpty();
        if (warning is null)
            verdict.Warnings.ShouldBeEmpty();
        else
            verdict.Warnings.ShouldHaveSingleItem().ShouldContain(warning);
    }

    private static Dictionary<string, string> Config(string log, string sync, string save = "") => new(StringComparer.Ordinal)
    {
        ["maxmemory-policy"] = "noeviction",
        ["appendonly"] = log,
        ["appendfsync"] = sync,
        ["save"] = save,
    };

    private static async Task StartAsync(RedisServer redis)
    {
        await using var connection = new RedisConnection(new() { Configuration = redis.Configuration });
        using var checkup = new RedisCheckup(connection, NullLogger<RedisCheckup>.Instance);
        await checkup.StartAsync(TestContext.Current.CancellationToken);
    }
}
