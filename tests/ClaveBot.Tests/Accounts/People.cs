using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

/// <summary>Made-up people of these tests.</summary>
internal static class People
{
    public static Cedula AnasCedula { get; } = CedulaOf("1700000001");

    public static Cedula Stranger { get; } = CedulaOf("1759999996");

    public static Person Ana { get; } = new(AnasCedula, "Ana Prueba Quiñónez", ["ana.prueba84@example.test"]);

    public static Cedula CedulaOf(string digits) =>
        Cedula.TryParse(digits, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(digits));
}
