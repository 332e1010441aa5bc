using System.Text.Json;

namespace ClaveBot.Tests.Harness;

/// <summary>Made-up people: nobody has these identity numbers.</summary>
public static class TestPeople
{
    public static readonly TestPerson Ana = new("1700000001", "Ana Prueba", "ana@example.test", "+593990000001", "la clave vieja de ana 1");
    public static readonly TestPerson Beto = new("0100000009", "Beto Ensayo", "beto@example.test", "+593990000002", "la clave vieja de beto 2");
    public static readonly TestPerson Carla = new("2400000002", "Carla Muestra", "carla@example.test", "+593990000003", "la clave vieja de carla 3");
    public static readonly TestPerson Dora = new("3000000004", "Dora Ejemplo", "dora@example.test", "+593990000004", "la clave vieja de dora 4");
    public static readonly TestPerson Elio = new("0105999999", "Elio Simulado", "elio@example.test", "+593990000005", "la clave vieja de elio 5");

    /// <summary>As <c>Directory:Sqlite:Seed</c> reads it.</summary>
    public static string Json { get; } = JsonSerializer.Serialize<TestPerson[]>([Ana, Beto, Carla, Dora, Elio]);
}

public sealed record TestPerson(
    [property: System.Text.Json.Serialization.JsonPropertyName("cedula")] string Cedula,
    [property: System.Text.Json.Serialization.JsonPropertyName("name")] string Name,
    [property: System.Text.Json.Serialization.JsonPropertyName("mail")] string Mail,
    [property: System.Text.Json.Serialization.JsonPropertyName("phone")] string Phone,
    [property: System.Text.Json.Serialization.JsonPropertyName("password")] string Password);
