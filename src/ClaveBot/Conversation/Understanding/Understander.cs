namespace ClaveBot.Conversation.Understanding;

/// <summary>
/// Reads free words. The likeliest meaning is what the model learnt from labelled texts says; on top stand rules that it cannot
/// overrule: a wish that is only denied is a no, and nothing erases, ends or freezes anything lightly.
/// </summary>
public sealed class Understander
{
    // Below, it is not understood; from the second on, it is taken as said. In between the bot asks.
    private const double LeastUnderstood = 0.25;
    private const double LeastSure = 0.6;

    // Less will do where nothing else comes near it.
    private const double LeastClear = 0.4;
    private const double ClearBy = 2.5;

    // Below, what is likeliest beside "nothing of this" is asked for.
    private const double LeastNothing = 0.7;

    // What destroys must be likelier to be read at all, and more so when its word is only similar.
    private const double LeastDestructive = 0.65;
    private const double LeastMendedDestructive = 0.85;

    // A second meaning that is less likely than this is not worth a question.
    private const double LeastSecond = 0.15;

    private static readonly Lazy<Understander> Shipped = new(static () => new(WordModel.Load()));

    private readonly WordModel _model;
    private readonly Tokenizer _tokenizer;

    internal Understander(WordModel model) => (_model, _tokenizer) = (model, new(new(model.Words)));

    /// <summary>With the model that is shipped; loaded when first asked for.</summary>
    public static Understander Default => Shipped.Value;

    /// <summary>What a text means, said at the menu. Any text can be read; what is longer than <see cref="Words.ReadLength"/> is not read to its end.</summary>
    public Understood Read(string text)
    {
        var tokens = _tokenizer.Read(text);
        // What holds not one known word, or only numbers, can only be guessed by its length.
        if (tokens.TrueForAll(static token => token.Source is TokenSource.Unknown or TokenSource.Number))
            return new(Meaning.Other, 1, null, Sureness.None);
        Span<double> likelihoods = stackalloc double[Meanings.Count];
        _model.Weigh(Features.Of(tokens), likelihoods);
        var sureness = DestructiveGate.Apply(tokens, likelihoods, LeastDestructive, LeastMendedDestructive);
        var best = Likeliest(likelihoods, except: null);
        // Asking for what is likeliest costs less than "no le entendí", unless that is likelier than all else together.
        if (best == Meaning.Other && likelihoods[(int)best] < LeastNothing)
            best = Likeliest(likelihoods, Meaning.Other);
        var confidence = likelihoods[(int)best];
        if (best == Meaning.Other || confidence < LeastUnderstood)
            return new(Meaning.Other, best == Meaning.Other ? confidence : 1 - confidence, null, Sureness.None);
        var second = Likeliest(likelihoods, best);
        var isClear = confidence >= LeastSure || confidence >= LeastClear && confidence >= ClearBy * likelihoods[(int)second];
        var asks = !isClear || best.IsDestructive() && (confidence < LeastSure || sureness == Sureness.Ask);
        return new(best, confidence, second != Meaning.Other && likelihoods[(int)second] >= LeastSecond ? second : null, asks ? Sureness.Ask : Sureness.Sure);
    }

    private static Meaning Likeliest(ReadOnlySpan<double> likelihoods, Meaning? except)
    {
        var best = except == Meaning.Other ? Meaning.Change : Meaning.Other;
        for (var meaning = 0; meaning < likelihoods.Length; meaning++)
        {
            if (likelihoods[meaning] > likelihoods[(int)best] && (Meaning)meaning != except)
                best = (Meaning)meaning;
        }

        return best;
    }
}
