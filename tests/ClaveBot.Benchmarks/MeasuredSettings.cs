using System.Security.Cryptography;
using ClaveBot.Settings;

namespace ClaveBot.Benchmarks;

/// <summary>Settings of a bot that exists only while it is measured.</summary>
internal static class MeasuredSettings
{
    public const string Secret = "made-up_Secret";

    public static ClaveBotSettings Of(int redisPort) => new()
    {
        PublicUrl = "https://bot.example.test",
        Redis = { Configuration = $"127.0.0.1:{redisPort}" },
        Keys = { Index = Key(), Current = Key() },
        Telegram = { Token = "700000001:made-up-token", SecretToken = Secret },
    };

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
