using ClaveBot.Handoff;

namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private static IEnumerable<SettingError> Operators(ClaveBotSettings settings)
    {
        var operators = settings.Operators;
        if (operators.IsOn && !settings.Telegram.IsOn)
            yield return new("Operators:TelegramGroup", "is set while Telegram is off", "Set Telegram:Token too, or leave the group empty.");
        if (operators.IsOn && operators.Group is not { Id: ['-', ..] })
            yield return new("Operators:TelegramGroup", $"is '{operators.TelegramGroup}'", "Write the chat id of a group, which is negative, such as -1001234567890 (docs/operating.md says where to find it).");
        if (OfficeHours.HoursOf(operators.Hours) is null)
            yield return new("Operators:Hours", $"is '{operators.Hours}'", "Write from when until when on one day, such as 08:00-17:00, or 00:00-24:00 for always.");
        if (OfficeHours.DaysOf(operators.Days) is null)
            yield return new("Operators:Days", $"is '{operators.Days}'", "Write days by their first three letters in English, such as Mon-Fri or Mon,Wed-Fri.");
        if (operators.Timeout < ShortestTimeout || operators.Timeout > LongestTimeout)
            yield return new("Operators:Timeout", $"is {operators.Timeout:c}", "Choose between 5 minutes and 1 day, as hh:mm:ss, such as 02:00:00.");
    }
}
