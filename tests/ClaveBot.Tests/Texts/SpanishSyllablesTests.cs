using ClaveBot.Cli.Readability;

namespace ClaveBot.Tests.Texts;

public sealed class SpanishSyllablesTests
{
    [Theory]
    // Open vowels part; closed ones lean.
    [InlineData("clave", 2)]
    [InlineData("correo", 3)]
    [InlineData("bloqueada", 4)]
    [InlineData("ciudad", 2)]
    [InlineData("cuenta", 2)]
    [InlineData("aire", 2)]
    [InlineData("ruido", 2)]
    [InlineData("cuáuhtli", 2)]
    [InlineData("envió", 2)]
    [InlineData("también", 2)]
    [InlineData("averiguáis", 4)]
    // An accent on the closed one parts them.
    [InlineData("día", 2)]
    [InlineData("país", 2)]
    [InlineData("línea", 3)]
    [InlineData("oído", 3)]
    [InlineData("guía", 2)]
    [InlineData("leíais", 3)]
    [InlineData("aéreo", 4)]
    [InlineData("construí", 2)]
    [InlineData("chiita", 3)]
    // Silent letters.
    [InlineData("quiere", 2)]
    [InlineData("aquí", 2)]
    [InlineData("quién", 1)]
    [InlineData("sigue", 2)]
    [InlineData("guion", 1)]
    [InlineData("vergüenza", 3)]
    [InlineData("pingüino", 3)]
    [InlineData("agua", 2)]
    [InlineData("huella", 2)]
    [InlineData("ahora", 3)]
    [InlineData("ahí", 2)]
    [InlineData("vehículo", 4)]
    [InlineData("prohibir", 2)]
    [InlineData("rehúye", 3)]
    [InlineData("mucho", 2)]
    // y
    [InlineData("y", 1)]
    [InlineData("ya", 1)]
    [InlineData("muy", 1)]
    [InlineData("hoy", 1)]
    [InlineData("buey", 1)]
    [InlineData("ayuda", 3)]
    [InlineData("mayúsculas", 4)]
    // Capitals, composed or not, and what is no Spanish word.
    [InlineData("CÉDULA", 3)]
    [InlineData("ce\u0301dula", 3)]
    [InlineData("IESS", 1)]
    [InlineData("WhatsApp", 2)]
    [InlineData("ClaveBot", 3)]
    [InlineData("Telegram", 3)]
    [InlineData("m", 1)]
    public void It_counts(string word, int syllables) => SpanishSyllables.Of(word).ShouldBe(syllables);
}
