using ClaveBot.Accounts;

namespace ClaveBot.Persons;

/// <summary>The alerts that a chat can still answer; the last one is the one it talks about.</summary>
internal static class AlertList
{
    /// <summary>Without those that are too old, and with the one whose button was pressed last.</summary>
    public static IReadOnlyList<Alert> Current(this IReadOnlyList<Alert> alerts, DateTimeOffset now, string? pressed)
    {
        if (alerts.Count == 0)
            return alerts;
        var live = alerts.Where(alert => now < alert.At + Alert.Life).ToList();
        return live.Find(alert => alert.Payload == pressed) is { } chosen ? [.. live.Where(alert => alert != chosen), chosen] : live;
    }

    /// <summary>With one more; of an account only the newest counts.</summary>
    public static IReadOnlyList<Alert> With(this IReadOnlyList<Alert> alerts, Alert added) => [.. alerts.Where(alert => alert.Digits != added.Digits), added];

    /// <summary>Whoever proves the clave in this chat has it: nothing to freeze any more.</summary>
    public static IReadOnlyList<Alert> Without(this IReadOnlyList<Alert> alerts, Cedula cedula) =>
        alerts.Count == 0 ? alerts : [.. alerts.Where(alert => alert.Digits != cedula.Digits)];
}
