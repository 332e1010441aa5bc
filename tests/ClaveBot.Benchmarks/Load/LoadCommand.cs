using System.Globalization;

namespace ClaveBot.Benchmarks.Load;

/// <summary>
/// <c>load [--conversations N]</c>: the published host against a redis-server and a Bot API of its own. Prints start-up, memory, and with
/// 10 thousand and 1 million stored conversations (or with N) what one costs to keep and what a turn costs.
/// </summary>
internal static class LoadCommand
{
    private const int Turns = 20_000;
    private const int WarmUp = 10_000;
    private const int AtOnce = 32;
    private const int PerSecond = 500;
    private const int SecondsAtRate = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = args is ["--conversations", var number] ? [int.Parse(number, CultureInfo.InvariantCulture)] : [10_000, 1_000_000];
        Say("Publishing the host ...");
        var host = await PublishedHost.PublishAsync();
        foreach (var size in sizes)
            await MeasureAsync(host, size);
        return 0;
    }

    private static async Task MeasureAsync(string published, int conversations)
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var api = await BotApi.StartAsync();
        var settings = MeasuredSettings.Of(redis.Port);
        settings.Telegram.ApiUrl = api.Url;

        var empty = await redis.MemoryAsync();
        await StoredConversations.WriteAsync(settings, conversations);
        var full = await redis.MemoryAsync();
        Say($"\n{conversations:N0} conversations: {(full.Dataset - empty.Dataset) / conversations} bytes of Redis' dataset each, due entry included ({(full.All - empty.All) / conversations} of all its memory)");

        await using var host = await PublishedHost.StartAsync(published, settings);
        Say($"ready after {host.ReadyAfter.TotalMilliseconds:F0} ms; idle memory {host.Process.Megabytes} MB");

        using var people = new People(host.Url, api, conversations);
        await people.TalkAsync(WarmUp, AtOnce);
        var (hostCpu, redisCpu) = (host.Process.Cpu, redis.Cpu);
        var busy = await people.TalkAsync(Turns, AtOnce);
        var (perTurn, redisPerTurn) = ((host.Process.Cpu - hostCpu) / Turns, (redis.Cpu - redisCpu) / Turns);
        Say($"at saturation ({AtOnce} at once): {busy}");
        Say($"  CPU per turn: host {perTurn.TotalMicroseconds:F0} us, Redis {redisPerTurn.TotalMicroseconds:F0} us; memory {host.Process.Megabytes} MB");
        Say($"at {PerSecond} turns/s: {await people.TalkAtRateAsync(PerSecond, SecondsAtRate)}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
