using ClaveBot.Cli.Readability;
using ClaveBot.Tests.Cli;

namespace ClaveBot.Tests.Texts;

/// <summary>People who write are often old and hurried: what they read is "quite easy" or better on the INFLESZ scale.</summary>
public sealed class ReadabilityTests
{
    private const double LeastOnAverage = 75;
    private const double LeastOfEach = 60;

    [Fact]
    public void The_Spanish_texts_are_easily_read()
    {
        var texts = MeasuredTexts.All().ToList();

        texts.Where(text => text.Measure.Score < LeastOfEach).Select(text => $"{text.Measure.Score:0.0} {text.Name}: {text.Text}").ShouldBeEmpty();
        texts.Average(text => text.Measure.Score).ShouldBeGreaterThanOrEqualTo(LeastOnAverage);
        texts.Count.ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData("El sol sale hoy. Ya es de día.", 8, 2, 10)]
    [InlineData("¿Quiere otro enlace?", 3, 1, 7)]
    [InlineData("¡Listo! Su clave cambió.", 4, 2, 7)]
    [InlineData("Una línea\nOtra: la misma; y otra…", 7, 2, 13)]
    [InlineData("Abra https://www.iess.gob.ec/a-b/c.jsf. Luego mire si dice .iess.gob.ec o iess.gob.ec.", 9, 2, 16)]
    [InlineData("Llame al 1800 335 486, entre las {0:HH:mm} y las 21:00.", 12, 1, 20)]
    public void It_measures(string text, int words, int sentences, int syllables) =>
        Inflesz.Of(text).ShouldBe(new Inflesz(words, sentences, syllables));

    /// <summary>206.835 - 62.3 · 10/8 - 8/2.</summary>
    [Fact]
    public void The_formula_is_Szigriszt_Pazos() => Inflesz.Of("El sol sale hoy. Ya es de día.")!.Score.ShouldBe(124.96, 0.001);

    [Fact]
    public void A_text_without_words_is_not_measured() => Inflesz.Of("… ✅").ShouldBeNull();

    [Fact]
    public async Task The_command_prints_the_hardest_and_the_average()
    {
        var run = await CliProgram.RunAsync("texts", "readability");

        run.Status.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(11);
        lines[^1].ShouldStartWith("readability ");
    }
}
