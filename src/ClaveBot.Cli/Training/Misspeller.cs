using System.Text;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>Writes as people write who learnt it by ear, or type with one thumb.</summary>
internal static class Misspeller
{
    private static readonly (string Right, string Wrong)[] ByEar =
    [
        ("c", "k"), ("qu", "k"), ("que", "ke"), ("que", "q"), ("ll", "y"), ("y", "ll"), ("b", "v"), ("v", "b"), ("s", "c"), ("s", "z"), ("z", "s"), ("ce", "se"), ("ci", "si"),
        ("h", ""), ("ge", "je"), ("gi", "ji"), ("je", "ge"), ("mb", "nb"), ("mp", "np"), ("mb", "mv"), ("rr", "r"), ("r", "rr"), ("e", "i"), ("i", "e"), ("o", "u"), ("x", "s"), ("ñ", "n"), ("ñ", "ni"),
        ("por favor", "porfa"), ("por favor", "xfa"), ("por que", "xq"), ("por qué", "xq"), ("para", "pa"), (" de ", " d "), ("ado", "ao"), ("está", "ta"), ("donde", "dnd"),
        ("bue", "we"), ("gua", "wa"), ("hue", "gue"), ("cc", "c"), ("ct", "t"), ("pt", "t"), ("bs", "s"), ("nst", "st"), ("au", "ao"),
    ];

    /// <summary>A text with so many mistakes, or fewer where they find no place.</summary>
    public static string Spoil(string text, int mistakes, Chance chance)
    {
        var spoiled = new StringBuilder(text.ToLowerInvariant());
        for (var i = 0; i < mistakes && spoiled.Length > 2; i++)
        {
            if (!chance.Percent(55) || !MishearOne(spoiled, chance))
                MistypeOne(spoiled, chance);
        }

        return spoiled.ToString();
    }

    private static bool MishearOne(StringBuilder text, Chance chance)
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var (right, wrong) = ByEar[chance.Below(ByEar.Length)];
            var written = text.ToString();
            var from = written.IndexOf(right, chance.Below(written.Length), StringComparison.Ordinal);
            if (from < 0)
                from = written.IndexOf(right, StringComparison.Ordinal);
            if (from < 0)
                continue;
            text.Remove(from, right.Length).Insert(from, wrong);
            return true;
        }

        return false;
    }

    private static void MistypeOne(StringBuilder text, Chance chance)
    {
        var at = chance.Below(text.Length - 1);
        switch (chance.Below(6))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, text[at]);
                break;
            case 2:
                (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
            case 3 when Keyboard.NeighboursOf(text[at]) is { Length: > 0 } near:
                text.Insert(at, near[chance.Below(near.Length)]);
                break;
            case 4 when text.ToString().IndexOf(' ', at) is > 0 and var space:
                text.Remove(space, 1);
                break;
            default:
                if (Keyboard.NeighboursOf(text[at]) is { Length: > 0 } beside)
                    text[at] = beside[chance.Below(beside.Length)];
                break;
        }
    }
}
