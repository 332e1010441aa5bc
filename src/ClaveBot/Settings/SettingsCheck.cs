using StackExchange.Redis;

namespace ClaveBot.Settings;

/// <summary>What a start demands of the settings. Pure: nothing is opened, resolved or connected.</summary>
public static partial class SettingsCheck
{
    /// <summary>Everything that is missing or wrong, in the order of appsettings.json; empty when the host may start.</summary>
    public static IReadOnlyList<SettingError> Errors(ClaveBotSettings settings) =>
    [
        .. Addresses(settings),
        .. TimeZone(settings),
        .. Redis(settings.Redis),
        .. Keys(settings.Keys),
        .. Channels(settings),
        .. settings.Mode == BotMode.Operator ? Operator(settings) : [],
        .. Spans(settings),
        .. Contacts(settings),
        .. Operators(settings),
    ];

    private static IEnumerable<SettingError> Redis(RedisSettings redis)
    {
        if (string.IsNullOrWhiteSpace(redis.Configuration))
            yield return new("Redis:Configuration", "is missing", "Name the server that keeps the conversations, such as 127.0.0.1:6379.");
        else if (!NamesServers(redis.Configuration))
            yield return new("Redis:Configuration", "is no StackExchange.Redis configuration string", "Write host and port, several separated by commas, such as 127.0.0.1:6379.");
        if (redis.Replicas is < 0 or > 5)
            yield return new("Redis:Replicas", $"is {redis.Replicas}", "Choose 0 to 5, and run one replica more than that.");
    }

    private static bool NamesServers(string configuration)
    {
        try
        {
            return ConfigurationOptions.Parse(configuration).EndPoints.Count > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static IEnumerable<SettingError> TimeZone(ClaveBotSettings settings)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _))
            yield return new("TimeZone", $"'{settings.TimeZone}' is not known on this machine", "Write an IANA name, such as America/Guayaquil.");
        if (settings.QuietHours.Length > 0 && !Reminders.QuietHours.TryRead(settings.QuietHours, out _))
            yield return new("QuietHours", $"is '{settings.QuietHours}'", "Write two times as HH:mm-HH:mm, such as 21:00-07:00; empty for none.");
    }

    private static IEnumerable<SettingError> Spans(ClaveBotSettings settings)
    {
        if (settings.Links.Life < TimeSpan.FromMinutes(1) || settings.Links.Life > TimeSpan.FromMinutes(60))
            yield return new("Links:Life", $"is {settings.Links.Life:c}", "Choose between 1 and 60 minutes, as hh:mm:ss, such as 00:10:00.");
        if (settings.Retention.Conversation < TimeSpan.FromDays(1) || settings.Retention.Conversation > TimeSpan.FromDays(365))
            yield return new("Retention:Conversation", $"is {settings.Retention.Conversation:c}", "Choose between 1 and 365 days, as d.hh:mm:ss, such as 30.00:00:00.");
    }
}
