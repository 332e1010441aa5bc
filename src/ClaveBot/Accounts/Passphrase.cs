using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ClaveBot.Accounts;

/// <summary>
/// A clave offered to whoever has no idea of one: words of passphrase-words.txt with spaces between, each chosen by the cryptographic
/// generator. The list has 2048 words, so each is 11 bits: four words are 44 bits, some 17 million million equally likely phrases.
/// Four is right where tries are limited and hashes are slow; a directory that demands more characters gets more words.
/// </summary>
public static class Passphrase
{
    /// <summary>How many words, where the directory does not demand a longer clave.</summary>
    public const int LeastWords = 4;

    private const int MostWords = 8;
    private const int Draws = 100;

    /// <summary>The words, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. WordList.Read("passphrase-words.txt")];

    private static readonly FrozenSet<string> Known = Words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A phrase that the rules take for this person; null when the directory's limits leave no room for one. It is kept nowhere.</summary>
    public static string? Make(PasswordRules rules, Person person, PasswordLimits limits)
    {
        for (var words = LeastWords; words <= MostWords; words++)
        {
            for (var draw = 0; draw < Draws; draw++)
            {
                var phrase = Draw(words);
                using var secret = new Secret(phrase);
                if (rules.Check(secret, current: null, person, limits) is null)
                    return phrase;
            }
        }

        return null;
    }

    /// <summary>Whether a text is a phrase as <see cref="Make"/> makes them.</summary>
    public static bool IsOne(string text) =>
        text.Split(' ') is { Length: >= LeastWords and <= MostWords } words && words.All(Known.Contains);

    /// <summary>Whether so many words in a row are all of the list: in a chat such a row is a phrase that somebody copied, alone or within a sentence.</summary>
    public static bool IsWithin(IEnumerable<string> words)
    {
        var row = 0;
        foreach (var word in words)
        {
            row = Known.Contains(word) ? row + 1 : 0;
            if (row == LeastWords)
                return true;
        }

        return false;
    }

    /// <summary>Words chosen alike and independently, judged by nobody yet.</summary>
    internal static string Draw(int words) => string.Join(' ', RandomNumberGenerator.GetItems<string>([.. Words], words));
}
