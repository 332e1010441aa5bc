using ClaveBot.Conversation;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>The lexicon that a model is learnt with, and what each word of it is used for.</summary>
internal static class Vocabulary
{
    // So many do not mistype a word alike.
    private const int OftenHeard = 4;

    /// <summary>The words of the field, most used first, then those that are only in labelled texts, then all others.</summary>
    /// <param name="clean">Texts that are spelled right.</param>
    /// <param name="labelled">Texts that need not be.</param>
    /// <param name="general">Words of the rest of life.</param>
    public static List<LexiconWord> Of(IReadOnlyList<Example> clean, IReadOnlyList<Example> labelled, IEnumerable<string> general)
    {
        var field = ByUse(clean.Where(static example => example.Meaning != Meaning.Other).Select(static example => example.Text).Concat(Material.Around))
            .Concat(Concepts.Words).Distinct(StringComparer.Ordinal).Select(static word => new LexiconWord(word, WordUses.Field)).ToList();
        var foreign = ByUse(clean.Where(static example => example.Meaning == Meaning.Other).Select(static example => example.Text))
            .Concat(general.Select(Words.Fold)).Distinct(StringComparer.Ordinal).Select(static word => new LexiconWord(word, WordUses.None)).ToList();
        var spelled = new Lexicon([.. field, .. foreign]);
        // What is in a labelled text and near no word is a word of its own, and so is what many write: ñaño, mamita.
        var heard = Heard(labelled.Where(static example => example.Meaning != Meaning.Other), spelled).Select(static word => new LexiconWord(word, WordUses.Field));
        var elsewhere = Heard(labelled.Where(static example => example.Meaning == Meaning.Other), spelled).Select(static word => new LexiconWord(word, WordUses.None));
        List<LexiconWord> all = [.. field, .. heard, .. foreign, .. elsewhere];
        return Marked(all, clean.Concat(labelled));
    }

    private static IEnumerable<string> Heard(IEnumerable<Example> labelled, Lexicon spelled) => Counted(labelled.Select(static example => example.Text))
        .Where(word => word.Text.Length > 2 && Shorthand.Of(word.Text) is null && spelled.Known(word.Text) is not { IsForeign: false }
            && (word.Count >= OftenHeard || spelled.Known(word.Text) is not null || spelled.Mended(word.Text) is null))
        .Select(static word => word.Text);

    private static List<LexiconWord> Marked(List<LexiconWord> all, IEnumerable<Example> examples)
    {
        var tokenizer = new Tokenizer(new(all));
        var uses = new Dictionary<string, WordUses>(StringComparer.Ordinal);
        const WordUses any = WordUses.Erase | WordUses.Cancel | WordUses.Restart | WordUses.NotMe;
        Mark(Material.Around.Select(static text => (any, text)));
        Mark(examples.Where(static example => example.Meaning.IsDestructive()).Select(static example => (UseOf(example.Meaning), example.Text)));
        return [.. all.Select(word => uses.TryGetValue(SpanishSounds.Of(word.Text), out var use) ? word with { Uses = word.Uses | use } : word)];

        void Mark(IEnumerable<(WordUses Use, string Text)> texts)
        {
            foreach (var (use, text) in texts)
            {
                foreach (var token in tokenizer.Read(text))
                    uses[token.Sounds] = uses.GetValueOrDefault(token.Sounds) | use;
            }
        }
    }

    private static WordUses UseOf(Meaning meaning) => meaning switch
    {
        Meaning.Erase => WordUses.Erase,
        Meaning.Cancel => WordUses.Cancel,
        Meaning.Restart => WordUses.Restart,
        _ => WordUses.NotMe,
    };

    private static IEnumerable<string> ByUse(IEnumerable<string> texts) => Counted(texts).Select(static word => word.Text);

    private static IEnumerable<(string Text, int Count)> Counted(IEnumerable<string> texts) =>
        texts.SelectMany(static text => new Words(text).Text.Split(' '))
            .Where(static word => (word.Length > 1 && word.All(char.IsAsciiLetterLower)) || word is "a" or "e" or "o" or "y" or "i" or "u" or "t")
            .GroupBy(static word => word, StringComparer.Ordinal)
            .Select(static group => (Text: group.Key, Count: group.Count()))
            .OrderByDescending(static word => word.Count)
            .ThenBy(static word => word.Text, StringComparer.Ordinal);
}
