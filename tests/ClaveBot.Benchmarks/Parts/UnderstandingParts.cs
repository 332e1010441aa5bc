using BenchmarkDotNet.Attributes;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Benchmarks.Parts;

/// <summary>Reading free words: a short one, a usual one with mistakes, and one as long as is read.</summary>
[Config(typeof(ShortRun))]
public class UnderstandingParts
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("kiero canviar la klave del segruo porqe se me olbido donde la anote", 6));

    [Benchmark]
    public Understood TwoWords() => Understander.Default.Read("cambiar clave");

    [Benchmark]
    public Understood Usual() => Understander.Default.Read("buenas tardes señorita kiero canviar mi contraceña del segruo pero no macuerdo");

    [Benchmark]
    public Understood Longest() => Understander.Default.Read(Long);
}
