using System.Formats.Asn1;
using System.Globalization;
using System.Text;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>
/// Search filters, from text (RFC 4515) to bytes (RFC 4511, 4.5.1.7): and, or, not, equality, presence, order, approximation and
/// substrings; extensible matches are not read.
/// </summary>
internal sealed class LdapFilter
{
    /// <summary>Deeper filters are refused rather than read on.</summary>
    private const int Deepest = 20;

    private readonly string _text;
    private int _at;

    private LdapFilter(string text) => _text = text;

    /// <summary>The filter with <paramref name="value"/> for each {0}; whatever is in the value stays a value.</summary>
    /// <exception cref="FormatException">The template is no filter.</exception>
    public static byte[] Encode(string template, string value = "")
    {
        var filter = new LdapFilter(template.Trim().Replace("{0}", Escape(value), StringComparison.Ordinal));
        var writer = new AsnWriter(AsnEncodingRules.BER);
        filter.Read(writer, depth: 0);
        return filter._at == filter._text.Length ? writer.Encode() : throw new FormatException("Text after the filter.");
    }

    /// <summary>RFC 4515, 3: every byte that is not a plain letter or digit becomes \xx.</summary>
    public static string Escape(string value) => string.Concat(Encoding.UTF8.GetBytes(value)
        .Select(static b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : "\\" + b.ToString("x2", CultureInfo.InvariantCulture)));

    private void Read(AsnWriter writer, int depth)
    {
        if (depth > Deepest)
            throw new FormatException("Too deep.");
        Expect('(');
        switch (Peek())
        {
            case '&' or '|':
                ReadList(writer, Context(Take() == '&' ? 0 : 1), depth);
                break;
            case '!':
                Take();
                using (writer.PushSequence(Context(2)))
                    Read(writer, depth + 1);
                break;
            default:
                ReadItem(writer);
                break;
        }

        Expect(')');
    }

    private void ReadList(AsnWriter writer, Asn1Tag tag, int depth)
    {
        using var set = writer.PushSetOf(tag);
        while (Peek() == '(')
            Read(writer, depth + 1);
    }

    private void ReadItem(AsnWriter writer)
    {
        var attribute = Until("=~<>:()");
        if (attribute.Length == 0)
            throw new FormatException("No attribute.");
        var tag = Take() switch
        {
            '=' => 3,
            '>' => 5,
            '<' => 6,
            '~' => 8,
            _ => throw new FormatException("No comparison."),
        };
        if (tag != 3)
            Expect('=');
        var value = Until("()");
        if (tag != 3 || !value.Contains('*', StringComparison.Ordinal))
            WriteComparison(writer, tag, attribute, value);
        else if (value is "*")
            writer.WriteText(attribute, new Asn1Tag(TagClass.ContextSpecific, 7));
        else
            WriteSubstrings(writer, attribute, value.Split('*'));
    }

    private static void WriteComparison(AsnWriter writer, int tag, string attribute, string value)
    {
        using var comparison = writer.PushSequence(Context(tag));
        writer.WriteText(attribute);
        writer.WriteOctetString(Unescape(value));
    }

    private static void WriteSubstrings(AsnWriter writer, string attribute, string[] parts)
    {
        using var item = writer.PushSequence(Context(4));
        writer.WriteText(attribute);
        using var pieces = writer.PushSequence();
        for (var i = 0; i < parts.Length; i++)
        {
            var place = i == 0 ? 0 : i == parts.Length - 1 ? 2 : 1;
            if (parts[i].Length > 0)
                writer.WriteOctetString(Unescape(parts[i]), new Asn1Tag(TagClass.ContextSpecific, place));
        }
    }

    private static byte[] Unescape(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                bytes.Add(i + 2 < value.Length && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b)
                    ? b
                    : throw new FormatException("A \\ without two hexadecimal digits."));
                i += 2;
                continue;
            }

            var rune = Rune.GetRuneAt(value, i);
            bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
            i += rune.Utf16SequenceLength - 1;
        }

        return [.. bytes];
    }

    private string Until(string ends)
    {
        var start = _at;
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal))
            _at++;
        return _text[start.._at];
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw new FormatException("The filter ends too early.");

    private char Take()
    {
        var next = Peek();
        _at++;
        return next;
    }

    private void Expect(char wanted)
    {
        if (Take() != wanted)
            throw new FormatException($"A {wanted} is missing.");
    }

    private static Asn1Tag Context(int value) => new(TagClass.ContextSpecific, value, isConstructed: true);
}
