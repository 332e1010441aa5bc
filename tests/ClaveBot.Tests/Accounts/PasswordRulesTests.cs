using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public class PasswordRulesTests
{
    private static readonly PasswordLimits Limits = new();

    [Theory]
    [InlineData("Mi-perro-come-7-mangos")]
    [InlineData("caballo verde corre lento")]
    [InlineData("Nueva-Clave-Segura-2026!")]
    [InlineData("Zx9#kLm2$vBn7@qW")]
    [InlineData("correcto caballo bateria grapa")]
    [InlineData("T3mpr4n0-Lluvia-Quito")]
    [InlineData("la ñusta cruzó el páramo en agosto")]
    [InlineData("ana y el zorro cruzan el puente viejo")] // merely holds the name
    [InlineData("quiñónez tejía ponchos rojos")]
    [InlineData("🦜🌋🎻🛶🧵🪁🧩🎈🧭🥁🎲🪵🧺🛖🐚🦥")]
    [InlineData("пять зелёных трамваев")]
    public void S9_takes_a_good_clave(string clave) => Check(clave).ShouldBeNull();

    [Theory]
    [InlineData("", PasswordFault.Empty)]
    [InlineData("Zx9#kLm2$vBn7@", PasswordFault.TooShort)] // 14
    [InlineData("🦜🌋🎻🛶🧵🪁🧩🎈🧭🥁🎲🪵🧺🛖", PasswordFault.TooShort)] // 14 code points in 28 chars
    [InlineData("caballo ﬁno corre lento", PasswordFault.NotStable)]
    [InlineData("cafe\u0301 verde corre lento", PasswordFault.NotStable)]
    [InlineData("el rio suena y piedras trae", PasswordFault.Same)]
    [InlineData("mi cedula es 170000000-1 y ya", PasswordFault.Personal)]
    [InlineData("AnaPrueba-Clave-2026", PasswordFault.Personal)]
    [InlineData("ANA prueba QUINONEZ", PasswordFault.Personal)]
    [InlineData("ana.prueba84@iess", PasswordFault.Personal)]
    [InlineData("pru3b4-Qu1n0n3z-2025", PasswordFault.Personal)]
    [InlineData("quiñónez1234567", PasswordFault.Personal)]
    [InlineData("123456789012345", PasswordFault.Common)]
    [InlineData("987654321098765", PasswordFault.Common)]
    [InlineData("abcdefghijklmno", PasswordFault.Common)]
    [InlineData("111111111111111", PasswordFault.Common)]
    [InlineData("aaaaabbbbbccccc", PasswordFault.Common)]
    [InlineData("contraseñacontraseña", PasswordFault.Common)]
    [InlineData("Contraseña-12345", PasswordFault.Common)]
    [InlineData("iess2026iess2026", PasswordFault.Context)]
    [InlineData("IESS Clave 2026 !!!", PasswordFault.Context)]
    [InlineData("Mi clave del Seguro Social 2026", PasswordFault.Context)]
    [InlineData("cl4ve-4fili4do-1999", PasswordFault.Context)]
    [InlineData("1qaz2wsx3edc4rfv", PasswordFault.Breached)]
    [InlineData("PasswordStandard", PasswordFault.Breached)] // another case of the same
    [InlineData("Butterfly-Michelle", PasswordFault.Common)] // two of the list in a row
    [InlineData("Mariafernanda-1985", PasswordFault.Common)]
    [InlineData("fernanda mendoza 84", PasswordFault.Common)]
    [InlineData("P@$$w0rdP@$$w0rd", PasswordFault.Common)]
    [InlineData("qwertyuiopasdfg", PasswordFault.Common)]
    [InlineData("tequieromuchomiamor", PasswordFault.Common)]
    [InlineData("Viva Ecuador Quito 2024", PasswordFault.Common)]
    [InlineData("zorrozorrozorro", PasswordFault.Common)]
    [InlineData("trustno1trustno2", PasswordFault.Common)] // zxcvbn's dictionaries
    public void S9_names_what_is_wrong(string clave, PasswordFault fault) => Check(clave).ShouldBe(fault);

    [Fact]
    public void S9_counts_code_points_up_to_the_maximum()
    {
        var longest = string.Concat(Enumerable.Range(0, Limits.MaxLength).Select(i => char.ConvertFromUtf32(0x1F400 + (i * 37 % 200))));
        Check(longest).ShouldBeNull();
        Check(longest + "x").ShouldBe(PasswordFault.TooLong);
    }

    [Fact]
    public void S9_keeps_to_the_directory_s_own_limits()
    {
        var clave = new Secret("caballo verde corre lento");
        PasswordRules.Shipped.Check(clave, null, People.Ana, new PasswordLimits(MinLength: 26)).ShouldBe(PasswordFault.TooShort);
        PasswordRules.Shipped.Check(clave, null, People.Ana, new PasswordLimits(MinLength: 8, MaxLength: 24)).ShouldBe(PasswordFault.TooLong);
    }

    [Fact]
    public void Knows_people_without_mail_or_name() =>
        PasswordRules.Shipped.Check(new Secret("caballo verde corre lento"), null, new Person(People.AnasCedula, "", []), Limits).ShouldBeNull();

    [Theory]
    [InlineData("caballo ﬁno corre lento", "ﬁ")]
    [InlineData("cafe\u0301 verde corre lento", "e\u0301")]
    [InlineData("２ caballos corren lento", "２")]
    [InlineData("café verde corre lento", null)]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305\u0306 verde", "\ufffd")] // one character, and most of the clave
    public void S9_names_the_character_that_is_not_stable(string clave, string? character) =>
        PasswordRules.UnstableCharacter(new Secret(clave)).ShouldBe(character);

    [Fact]
    public void Half_a_surrogate_pair_is_not_stable()
    {
        // Not an InlineData: attributes are kept as UTF-8, which has no bytes for it.
        const string clave = "caballo \ud800 corre lento";
        Check(clave).ShouldBe(PasswordFault.NotStable);
        PasswordRules.UnstableCharacter(new Secret(clave)).ShouldBe("\ufffd");
    }

    private static PasswordFault? Check(string clave) =>
        PasswordRules.Shipped.Check(new Secret(clave), new Secret("el rio suena y piedras trae"), People.Ana, Limits);
}
