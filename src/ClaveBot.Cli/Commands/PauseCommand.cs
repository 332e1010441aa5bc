using System.CommandLine;
using System.Globalization;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Commands;

/// <summary><c>pause on</c>, <c>pause off</c>, <c>pause status</c>: stops the service for a while, on every instance within seconds.</summary>
internal static class PauseCommand
{
    public static IEnumerable<Command> Commands()
    {
        var until = new Option<string?>("--until")
        {
            Description = "When it ends by itself, in the people's time zone; it is told to them. Without it: until `pause off`.",
            HelpName = "HH:mm or yyyy-MM-ddTHH:mm",
        };
        yield return Make("on", "Tells whoever writes, once, that there is maintenance. No conversation moves and the pages are unavailable.", [until], async (pause, settings, parsed) =>
        {
            var text = parsed.GetValue(until);
            var end = text is null ? null : Read(text, settings.TimeZone);
            if (text is not null && end is null)
                return $"'{text}' is no time. Write HH:mm or yyyy-MM-ddTHH:mm.";
            await pause.OnAsync(end);
            return null;
        });
        yield return Make("off", "The service goes on.", [], async (pause, _, _) =>
        {
            await pause.OffAsync();
            return null;
        });
        yield return Make("status", "Says whether the service is paused.", [], (_, _, _) => Task.FromResult<string?>(null));
    }

    /// <summary>Null: it is not a time. A time of day is the next such.</summary>
    private static DateTimeOffset? Read(string text, string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), there);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return At(DateOnly.FromDateTime(now.Date).AddDays(clock > TimeOnly.FromTimeSpan(now.TimeOfDay) ? 0 : 1).ToDateTime(clock), there);
        return DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? At(moment, there) : null;
    }

    private static DateTimeOffset At(DateTime moment, TimeZoneInfo zone) => new(moment, zone.GetUtcOffset(moment));

    private static Command Make(string name, string description, Option[] options, Func<PauseSwitch, ClaveBotSettings, ParseResult, Task<string?>> act)
    {
        var source = new HostSettings();
        var command = new Command(name, description) { source.File };
        foreach (var option in options)
            command.Add(option);
        command.SetAction(async (parsed, _) =>
        {
            if (source.Read(parsed) is not { } settings)
                return 1;
            await using var redis = new RedisConnection(settings.Redis);
            var pause = new PauseSwitch(redis, TimeProvider.System);
            try
            {
                if (await act(pause, settings, parsed) is { } problem)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
                    return 1;
                }

                await parsed.InvocationConfiguration.Output.WriteLineAsync(Say(await pause.ReadAsync()));
                return 0;
            }
            catch (StoreUnavailableException exception)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static string Say(Pause? pause) => pause switch
    {
        null => "The service runs.",
        { Until: { } until } => string.Create(CultureInfo.InvariantCulture, $"The service is paused until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
        _ => "The service is paused. To go on: pause off",
    };
}
