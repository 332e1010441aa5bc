using System.Text.Json;
using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public class SecretTests
{
    private readonly Secret secret = new(" Tal cual, con ñ ");

    [Fact]
    public void Keeps_what_was_typed_untouched() => secret.Reveal().ShouldBe(" Tal cual, con ñ ");

    [Fact]
    public void Is_never_formatted() => $"{secret}".ShouldBe("(secret)");

    [Fact]
    public void Is_never_written_to_json() =>
        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(new { Clave = secret })).Message.ShouldNotContain("Tal cual");

    [Fact]
    public void Is_never_read_from_json() => Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize<Secret>("\"x\""));
}
