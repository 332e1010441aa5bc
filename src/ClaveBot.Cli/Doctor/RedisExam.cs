using ClaveBot.Redis;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether Redis can be trusted with conversations, and whether its clock is this machine's.</summary>
internal static class RedisExam
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings)
    {
        await using var redis = new RedisConnection(settings.Redis);
        try
        {
            var verdicts = await RedisCheckup.JudgeAsync(redis);
            var (replicas, lag) = (await redis.ReplicasAsync(), await redis.ClockAsync() - TimeProvider.System.GetUtcNow());
            return
            [
                .. verdicts.SelectMany(verdict => verdict.Errors).Distinct().Select(error => Finding.Bad("redis", error.ToString())),
                .. verdicts.SelectMany(verdict => verdict.Warnings).Distinct(StringComparer.Ordinal).Select(warning => Finding.Doubtful("redis", warning)),
                replicas < settings.Redis.Replicas
                    ? Finding.Bad("redis", $"a primary has {replicas} replicas, and Redis:Replicas waits for {settings.Redis.Replicas}: nothing is acknowledged. Start replicas, or lower it.")
                    : Finding.Good("redis", $"{verdicts.Count} primaries answer; each has {replicas} replicas or more."),
                Clocks.Compare("Redis", lag, TimeSpan.FromSeconds(1)),
            ];
        }
        catch (StoreUnavailableException exception)
        {
            return [Finding.Bad("redis", exception.Message)];
        }
    }
}
