using System.Text.Json;

namespace ClaveBot.Demo.Simulator;

/// <summary>One of the made-up people, as seeded.</summary>
public sealed record PersonCard(string Cedula, string Name, string Mail, string Phone, string Password)
{
    public static IReadOnlyList<PersonCard> ReadAll(string path) =>
        JsonSerializer.Deserialize<List<PersonCard>>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? [];

    /// <summary>Without the clave.</summary>
    public override string ToString() => Name;
}
