using System.Numerics;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>
/// Learns a <see cref="WordModel"/>: a linear model over all meanings (softmax), step by step with a pace of its own for each weight
/// (AdaGrad). The same material gives the same model on every machine: each learner on one thread, and only operations that IEEE 754 rounds one way.
/// </summary>
internal static class Trainer
{
    private const int Rounds = 4;
    private const float Pace = 0.5f;
    private const float Shrinking = 2e-6f;

    private const int WeakenedPercent = 18;
    private const int ForeignWeakenedPercent = 30;
    private const int FewestWeakened = 3;

    // Words that are none.
    private static readonly string[] Unheard = ["tragum", "oblina", "festroi", "mipal", "gurdente", "solpa", "nerbiko", "atula", "kontifer", "plesma", "danturi", "okela"];

    // What is smaller than this part of the greatest weight is not kept.
    private const float LeastKept = 2.5f;

    // So many learn, each from mistakes of its own; the mean of what they learnt hangs less on chance than any one.
    private const int Learners = 4;

    /// <summary>Learns.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="material">What one learner learns from; of each number always the same.</param>
    public static WordModel Train(IReadOnlyList<LexiconWord> lexicon, Func<int, IReadOnlyList<Example>> material)
    {
        var learnt = Enumerable.Range(0, Learners).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(learner => WeightsOf(lexicon, material(learner), learner)).ToList();
        var mean = learnt[0];
        for (var i = 0; i < mean.Length; i++)
            mean[i] = learnt.Sum(weights => weights[i]) / Learners;
        return Pack(lexicon, mean);
    }

    private static float[] WeightsOf(IReadOnlyList<LexiconWord> lexicon, IReadOnlyList<Example> examples, int learner)
    {
        var tokenizer = new Tokenizer(new(lexicon));
        var balance = Balance(examples);
        var chance = new Chance(3 + (ulong)learner);
        var read = examples.Select(example =>
            (Features: Features.Of(Weaken(tokenizer.Read(example.Text), chance)), Meaning: (int)example.Meaning, Weight: example.Weight * balance[(int)example.Meaning])).ToList();
        var weights = new float[Features.Rows * WordModel.Stride];
        var squares = new float[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            chance.Shuffle(read);
            foreach (var (features, meaning, weight) in read)
                Learn(weights, squares, features, meaning, weight);
        }

        return weights;
    }

    // A word less, or another that nobody knows: no meaning may hang on one word alone where others say it too.
    private static List<Token> Weaken(List<Token> tokens, Chance chance)
    {
        if (tokens.Count < FewestWeakened || chance.Percent(50))
            return tokens;
        var weakened = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Sounds is "no" or "ya" or "not" || !chance.Percent(token.IsForeign ? ForeignWeakenedPercent : WeakenedPercent))
                weakened.Add(token);
            else if (token.IsForeign || chance.Percent(40))
                weakened.Add(new(Unheard[chance.Below(Unheard.Length)], TokenSource.Unknown, WordUses.None));
        }

        return weakened;
    }

    // Meanings with many patterns must not win for that alone.
    private static float[] Balance(IReadOnlyList<Example> examples)
    {
        var counts = new float[Meanings.Count];
        foreach (var example in examples)
            counts[(int)example.Meaning]++;
        var mean = examples.Count / (float)Meanings.Count;
        return [.. counts.Select(count => count == 0 ? 1 : MathF.Min(3, MathF.Sqrt(mean / count)))];
    }

    private static void Learn(float[] weights, float[] squares, List<Feature> features, int meaning, float weight)
    {
        Span<float> errors = stackalloc float[WordModel.Stride];
        foreach (var (row, value) in features)
            AddScaled(weights.AsSpan(row * WordModel.Stride, WordModel.Stride), value, errors);
        SoftMax.Apply(errors[..Meanings.Count]);
        errors[Meanings.Count..].Clear();
        errors[meaning] -= 1;
        foreach (ref var error in errors)
            error *= weight;
        foreach (var (row, value) in features)
            Step(weights.AsSpan(row * WordModel.Stride, WordModel.Stride), squares.AsSpan(row * WordModel.Stride, WordModel.Stride), errors, value);
    }

    private static void AddScaled(ReadOnlySpan<float> from, float value, Span<float> to)
    {
        for (var i = 0; i < WordModel.Stride; i += Vector<float>.Count)
            (new Vector<float>(to[i..]) + (new Vector<float>(from[i..]) * value)).CopyTo(to[i..]);
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> errors, float value)
    {
        for (var i = 0; i < WordModel.Stride; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[i..]);
            var slope = (new Vector<float>(errors[i..]) * value) + (weight * Shrinking);
            var square = new Vector<float>(squares[i..]) + (slope * slope);
            square.CopyTo(squares[i..]);
            (weight - (slope * Pace / (Vector.SquareRoot(square) + new Vector<float>(1e-4f)))).CopyTo(weights[i..]);
        }
    }

    private static WordModel Pack(IReadOnlyList<LexiconWord> lexicon, float[] weights)
    {
        var most = weights.Max(MathF.Abs);
        var unit = most / sbyte.MaxValue;
        var packed = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            packed[i] = MathF.Abs(weights[i]) < LeastKept * unit ? (sbyte)0 : (sbyte)MathF.Round(weights[i] / unit);
        return new(lexicon, packed, unit);
    }
}
