namespace ClaveBot.Tests.Stories;

/// <summary>
/// A conversation as a text file that anybody can read and write:
/// <list type="bullet">
/// <item><c>&gt; hola</c>: the person types; <c>&gt; (Menú)</c>: presses; <c>&gt; [Voice]</c>: sends something else than a text.</item>
/// <item><c>&gt; [Photo] mi cédula</c>: with words below it; <c>&gt; [Forwarded] …</c>: sends on what somebody else wrote.</item>
/// <item><c>&gt; … {enlace}</c>: with the one-time link that came last.</item>
/// <item><c>&lt; …</c>: the one reply contains this; several lines in a row belong to one reply, in this order.</item>
/// <item><c>&lt; [Menú] [Atrás]</c>: its options, exactly these; <c>&lt; (enlace)</c>: it carries a one-time link.</item>
/// <item><c>&lt; (borrado)</c>: before that, what was said was deleted or, at Twilio, emptied. Whatever has no such line was left alone.</item>
/// <item><c># …</c>: a comment.</item>
/// </list>
/// </summary>
public sealed record Story(IReadOnlyList<Exchange> Exchanges)
{
    public static Story Read(string path)
    {
        var exchanges = new List<Exchange>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                exchanges.Add(new(line[2..], []));
            else if (line.StartsWith("< ", StringComparison.Ordinal) && exchanges.Count > 0)
                exchanges[^1].Expected.Add(line[2..]);
            else
                throw new FormatException($"{Path.GetFileName(path)}: this line is neither said nor answered: {line}");
        }

        return exchanges.TrueForAll(exchange => exchange.Expected.Count > 0)
            ? new(exchanges)
            : throw new FormatException($"{Path.GetFileName(path)}: something said has no answer.");
    }
}

/// <summary>What a person did, and what the one reply must hold.</summary>
public sealed record Exchange(string Said, IList<string> Expected);
