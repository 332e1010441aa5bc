using System.IO.Compression;
using System.Text;

namespace ClaveBot.Conversation.Understanding;

/// <summary>What was learnt from labelled texts: the lexicon, and how much each feature speaks for each meaning.</summary>
/// <param name="Words">The lexicon, most used first.</param>
/// <param name="Weights">Rows x <see cref="Stride"/>, in units of <see cref="Unit"/>.</param>
/// <param name="Unit">What 1 in <see cref="Weights"/> weighs.</param>
internal sealed record WordModel(IReadOnlyList<LexiconWord> Words, sbyte[] Weights, float Unit)
{
    /// <summary>From one row to the next: the meanings, rounded up for vectors.</summary>
    public const int Stride = 32;

    /// <summary>The embedded file that the command <c>train words</c> makes.</summary>
    public const string ResourceName = "words.model";

    /// <summary>The model that is shipped.</summary>
    public static WordModel Load()
    {
        using var stream = typeof(WordModel).Assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException($"{ResourceName} is not embedded.");
        return Read(stream);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordModel Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        var texts = reader.ReadString().Split('\n');
        var uses = reader.ReadBytes(texts.Length);
        var words = texts.Select((text, i) => new LexiconWord(text, (WordUses)uses[i])).ToList();
        var unit = reader.ReadSingle();
        var weights = new sbyte[Features.Rows * Stride];
        packed.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(words, weights, unit);
    }

    /// <summary>Writes it, compressed.</summary>
    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(string.Join('\n', Words.Select(static word => word.Text)));
        writer.Write([.. Words.Select(static word => (byte)word.Uses)]);
        writer.Write(Unit);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Weights.AsSpan()));
    }

    /// <summary>How likely each meaning is, 0 to 1, all together 1.</summary>
    /// <param name="features">What is so in the text.</param>
    /// <param name="likelihoods">At least <see cref="Meanings.Count"/> long.</param>
    public void Weigh(List<Feature> features, Span<double> likelihoods)
    {
        Span<float> sums = stackalloc float[Stride];
        foreach (var (row, value) in features)
        {
            var weights = Weights.AsSpan(row * Stride, Stride);
            for (var meaning = 0; meaning < Stride; meaning++)
                sums[meaning] += weights[meaning] * value;
        }

        var (most, total) = (float.MinValue, 0.0);
        foreach (var sum in sums[..Meanings.Count])
            most = Math.Max(most, sum);
        for (var meaning = 0; meaning < Meanings.Count; meaning++)
            total += likelihoods[meaning] = Math.Exp((sums[meaning] - most) * Unit);
        for (var meaning = 0; meaning < Meanings.Count; meaning++)
            likelihoods[meaning] /= total;
    }
}
