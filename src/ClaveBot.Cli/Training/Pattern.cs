using System.Buffers;

namespace ClaveBot.Cli.Training;

/// <summary>A way to say something: <c>(quiero|deseo) cambiar [mi|la] {clave}</c>: one of, one of or none, a slot by its name.</summary>
internal abstract record Pattern
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("|()[]{");

    /// <summary>One of the texts that it stands for, any as likely.</summary>
    public abstract string Say(Chance chance);

    /// <summary>How many texts it stands for, at most a million.</summary>
    public abstract int Count { get; }

    /// <summary>Reads a pattern; slots must be known before they are used.</summary>
    /// <exception cref="FormatException">A bracket or a slot is missing.</exception>
    public static Pattern Parse(string text, IReadOnlyDictionary<string, Pattern> slots)
    {
        var at = 0;
        var pattern = Choice(text, ref at, slots);
        return at == text.Length ? pattern : throw new FormatException($"A bracket too many in: {text}");
    }

    private static Pattern Choice(string text, ref int at, IReadOnlyDictionary<string, Pattern> slots)
    {
        var alternatives = new List<Pattern> { Row(text, ref at, slots) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            alternatives.Add(Row(text, ref at, slots));
        }

        return alternatives is [var only] ? only : new OneOf(alternatives);
    }

    private static Pattern Row(string text, ref int at, IReadOnlyDictionary<string, Pattern> slots)
    {
        var parts = new List<Pattern>();
        while (at < text.Length && text[at] is not ('|' or ')' or ']'))
        {
            var opening = text[at];
            if (opening is '(' or '[')
            {
                at++;
                var inner = Choice(text, ref at, slots);
                if (at == text.Length || text[at] != (opening == '(' ? ')' : ']'))
                    throw new FormatException($"A bracket is missing in: {text}");
                at++;
                parts.Add(opening == '(' ? inner : new OneOf([inner, new Literal("")]));
                continue;
            }

            if (opening == '{')
            {
                var end = text.IndexOf('}', at);
                parts.Add(end > 0 && slots.TryGetValue(text[(at + 1)..end], out var slot) ? slot : throw new FormatException($"No such slot in: {text}"));
                at = end + 1;
                continue;
            }

            var stop = text.AsSpan(at).IndexOfAny(Signs);
            stop = stop < 0 ? text.Length : at + stop;
            parts.Add(new Literal(text[at..stop]));
            at = stop;
        }

        return parts is [var only] ? only : new Sequence(parts);
    }

    private sealed record Literal(string Text) : Pattern
    {
        public override int Count => 1;

        public override string Say(Chance chance) => Text;
    }

    private sealed record OneOf(IReadOnlyList<Pattern> Alternatives) : Pattern
    {
        public override int Count => Alternatives.Aggregate(0, static (sum, pattern) => Math.Min(1_000_000, sum + pattern.Count));

        public override string Say(Chance chance) => Alternatives[chance.Below(Alternatives.Count)].Say(chance);
    }

    private sealed record Sequence(IReadOnlyList<Pattern> Parts) : Pattern
    {
        public override int Count => Parts.Aggregate(1, static (product, pattern) => (int)Math.Min(1_000_000, (long)product * pattern.Count));

        public override string Say(Chance chance) => string.Concat(Parts.Select(part => part.Say(chance)));
    }
}
