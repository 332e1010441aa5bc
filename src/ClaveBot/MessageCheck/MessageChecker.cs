using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaveBot.MessageCheck;

/// <summary>
/// Whether a message that somebody got may be real: from its content alone, without asking any network. One bad sign is enough to
/// warn; only links to the institute's own hosts, and nothing else, are called official; all else is unsure.
/// </summary>
public static partial class MessageChecker
{
    /// <summary>In characters: longer than a message of either messenger.</summary>
    public const int ReadLength = 4096;

    private const int PatienceMilliseconds = 2_000;
    private const int Joiner = 0x200D;

    /// <summary>Judges a message.</summary>
    public static CheckedMessage Check(string text)
    {
        var read = text.Length > ReadLength ? text[..ReadLength] : text;
        var links = PastedLink.FindAll(read);
        var signs = links.SelectMany(LinkSigns.Of)
            .Concat(ContactSigns.Of(read))
            .Concat(WordSigns.Of(read, links.Count > 0 && links.All(static link => link.IsOfficial)))
            .Concat(HasHiddenLetters(read) || ApartLetters().IsMatch(read) ? [Sign.DeceptiveLetters] : [])
            .ToHashSet();
        // A threat is one thing in a newspaper's headline and another above a link; public bodies have fines and deadlines of their own.
        if ((signs.Contains(Sign.Threat) || signs.Contains(Sign.Hurry)) && links.Any(static link => !link.IsOfficial && !LinkSigns.IsGovernment(link.Host)))
            signs.Add(Sign.Pressure);
        return new(VerdictOf(signs), [.. signs.Order()]);
    }

    private static MessageVerdict VerdictOf(HashSet<Sign> signs) =>
        signs.Any(SignKinds.IsBad) ? MessageVerdict.Suspicious
        : signs.Except([Sign.Threat]).SequenceEqual([Sign.OfficialLink]) ? MessageVerdict.Official
        : MessageVerdict.Unsure;

    // "i e s s - b o n o s . c o m": an address that no messenger takes for one.
    [GeneratedRegex(@"(?<!\S)(?:[\p{L}\d.-]\s){5,}[.]\s(?:\p{L}(?:\s|$)){2,}", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex ApartLetters();

    // Format characters: zero-width and direction marks. The joiner is part of emoji, and of nothing else.
    private static bool HasHiddenLetters(string text)
    {
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && (rune.Value != Joiner || before.IsAscii))
                return true;
            before = rune;
        }

        return false;
    }
}

/// <summary>What is said of a message, and why.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Signs">In order of weight.</param>
public sealed record CheckedMessage(MessageVerdict Verdict, IReadOnlyList<Sign> Signs);
