using System.Security.Cryptography;

namespace ClaveBot.Demo.Telegram;

/// <summary>When a refused update is sent again: at once, then after 2, 4, 8 … s, at most a random 60–120 s (tdlib/telegram-bot-api, Client.cpp).</summary>
internal static class RedeliverySchedule
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="failures">How often it failed in a row, from 1.</param>
    /// <param name="asked">The bot's Retry-After, which replaces the delay.</param>
    public static TimeSpan Next(int failures, TimeSpan? asked)
    {
        if (asked is { } wait)
            return wait < LongestAsked ? wait : LongestAsked;
        if (failures <= 1)
            return TimeSpan.Zero;
        var cap = RandomNumberGenerator.GetInt32(60, 121);
        return TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), cap));
    }
}
