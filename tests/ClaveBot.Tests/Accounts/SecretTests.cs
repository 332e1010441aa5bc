using System.Reflection;
using System.Text;
using System.Text.Json;
using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public sealed class SecretTests : IDisposable
{
    private const string Typed = " Tal cual, con ñ ";

    private readonly Secret secret = new(Typed);

    public void Dispose() => secret.Dispose();

    [Fact]
    public void Keeps_what_was_typed_untouched()
    {
        secret.Reveal().ShouldBe(Typed);
        secret.Use(bytes => Encoding.UTF8.GetString(bytes)).ShouldBe(Typed);
        new Secret("\ud83d").Reveal().ShouldBe("\ud83d", "half a pair is what was typed, too");
    }

    [Fact]
    public void Is_never_formatted()
    {
        $"{secret}".ShouldBe("(secret)");
        string.Concat("clave: ", secret).ShouldBe("clave: (secret)");
        secret.ShouldNotBeAssignableTo<IFormattable>();
    }

    [Fact]
    public void Shows_nothing_to_a_serialiser_or_a_logger_that_looks_at_properties() =>
        typeof(Secret).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).ShouldBe([nameof(Secret.IsEmpty)]);

    [Fact]
    public void Is_never_written_to_json() =>
        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(new { Clave = secret })).Message.ShouldNotContain("Tal cual");

    [Fact]
    public void Is_never_read_from_json() => Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize<Secret>("\"x\""));

    [Fact]
    public void Is_the_same_only_character_for_character()
    {
        secret.Is(new Secret(Typed)).ShouldBeTrue();
        secret.Is(new Secret(Typed.Trim())).ShouldBeFalse();
        secret.Is(new Secret(Typed.ToUpperInvariant())).ShouldBeFalse();
        new Secret("\ud83d").Is(new Secret("\ud83e")).ShouldBeFalse("both are the same in UTF-8, which has neither");
    }

    [Fact]
    public void Is_overwritten_when_its_maker_is_done()
    {
        var buffer = (char[])typeof(Secret).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Single(field => field.FieldType == typeof(char[])).GetValue(secret)!;
        new string(buffer).ShouldBe(Typed);

        secret.Dispose();

        buffer.ShouldAllBe(c => c == '\0');
        Should.Throw<ObjectDisposedException>(() => secret.Reveal()).Message.ShouldNotContain("Tal cual");
        Should.Throw<ObjectDisposedException>(() => secret.Use(bytes => bytes.Length));
    }
}
