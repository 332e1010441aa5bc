using System.Security.Cryptography;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Settings;

/// <summary>Settings with which a host may start, to be spoilt one at a time.</summary>
internal static class GoodSettings
{
    public static ClaveBotSettings Portal() => new()
    {
        PublicUrl = "https://clavebot.test",
        Redis = { Configuration = "127.0.0.1:6397" },
        Keys = { Index = NewKey(), Current = NewKey() },
        Telegram = { Token = "123:abc", SecretToken = "s3cret", ApiUrl = "http://127.0.0.1:9001" },
    };

    public static ClaveBotSettings Operator()
    {
        var settings = Portal();
        settings.Mode = BotMode.Operator;
        settings.Directory.Kind = DirectoryKind.Sqlite;
        settings.Directory.Sqlite.Path = "people.db";
        settings.Mail.Folder = "mail";
        return settings;
    }

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
