using System.Globalization;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Tests.Conversation.Understanding;

/// <summary>How well texts are read that nobody tuned the rules or the model on.</summary>
public sealed class AccuracyTests
{
    [Theory]
    [InlineData("words.test.tsv", 0.98)]
    [InlineData("words.dev.tsv", 0.98)]
    public void A_part_is_read_and_nothing_in_it_is_taken_for_a_wish_to_destroy(string file, double reached)
    {
        var read = WordsCorpus.Read(file).Select(line => (line.Meaning, Predicted: HeardMeaning.Of(State.Menu, line.Text))).ToList();

        var right = read.Count(line => line.Meaning == line.Predicted);
        var wrongDestructive = read.Count(line => line.Meaning != line.Predicted && line.Predicted.IsDestructive());
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {(double)right / read.Count:0.000} ({right}/{read.Count}), wrong destructive {wrongDestructive}"));
        foreach (var group in read.GroupBy(line => line.Meaning).OrderBy(group => group.Key))
        {
            var taken = group.GroupBy(line => line.Predicted).OrderByDescending(others => others.Count()).Select(others => $"{others.Key.Label()} {others.Count()}");
            output.WriteLine($"{group.Key.Label(),-12} {string.Join(", ", taken)}");
        }

        wrongDestructive.ShouldBe(0);
        ((double)right / read.Count).ShouldBeGreaterThanOrEqualTo(reached);
    }

    [Fact]
    public void A_text_is_read_in_less_than_a_millisecond()
    {
        var texts = WordsCorpus.Read("words.dev.tsv");
        var best = Enumerable.Range(0, 5).Min(_ => MicrosecondsOf(texts.Select(line => line.Text)));

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best / texts.Count:0} microseconds a text"));
        (best / texts.Count).ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData("kiero canviar mi clabe", Meaning.Change)]
    [InlineData("no quiero cancelar", Meaning.No)]
    [InlineData("no borre nada", Meaning.No)]
    [InlineData("quierocambiar la clave", Meaning.Change)]
    [InlineData("cancelar mi cita", Meaning.Other)]
    [InlineData("cancelar el recordatorio", Meaning.Reminder)]
    [InlineData("no quiero cancelar, quiero cambiar la clave", Meaning.Change)]
    [InlineData("borrar mis datos", Meaning.Erase)]
    [InlineData("BORRAR MIS DATOS", Meaning.Erase)]
    [InlineData("vorrar mis datos", Meaning.Erase)]
    [InlineData("kanselar", Meaning.Cancel)]
    [InlineData("👍", Meaning.Yes)]
    [InlineData("cancelar la boda", Meaning.Other)]
    [InlineData("borrar el pizarrón", Meaning.Other)]
    [InlineData("volver a empezar la dieta", Meaning.Other)]
    [InlineData("alguien entró a mi casa", Meaning.Other)]
    [InlineData("", Meaning.Other)]
    [InlineData("......", Meaning.Other)]
    public void It_reads(string text, Meaning meaning) => Understander.Default.Read(text).Best.ShouldBe(meaning);

    private static double MicrosecondsOf(IEnumerable<string> texts)
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var text in texts)
            Understander.Default.Read(text);
        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
    }
}
