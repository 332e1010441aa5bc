namespace ClaveBot.Demo;

/// <summary>What lies where below <see cref="DemoSettings.Data"/>.</summary>
public sealed class DemoFolders(string data)
{
    public string Store { get; } = Path.Combine(data, "redis");

    public string Phones { get; } = Path.Combine(data, "phones");

    public string Mail { get; } = Path.Combine(data, "mail");

    public string Keys { get; } = Path.Combine(data, "keys.json");

    /// <summary>The simulator's own keys for its forms.</summary>
    public string FormKeys { get; } = Path.Combine(data, "simulator");

    public string Directory { get; } = Path.Combine(data, "directory.db");

    /// <summary>The made-up people, beside the program.</summary>
    public static string People { get; } = Path.Combine(AppContext.BaseDirectory, "people.json");
}
