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
/// <item><c>&gt;&gt; buenos días</c>: an operator replies to the newest message of the bot in the group; <c>&gt;&gt; [Photo]</c>: with something else than a text.</item>
/// <item><c>&lt;&lt; …</c>: the one message that the group sees contains this; without a <c>&lt;</c> beside it the person hears nothing.</item>
/// <item><c>@ mié 10:00</c>: the clock goes on to the next Wednesday at ten, in Ecuador; <c>@ +02:00</c>: by two hours.</item>
/// <item><c>= cambia la clave</c>: what happens on the page of the last link (<see cref="StoryPages"/> knows what can).</item>
/// <item><c>&lt; {LinkSent}</c>: where the conversation then stands; <c>{Freezing|Frozen}</c>: it may have gone on already.</item>
/// <item><c># …</c>: a comment; <c># buttons</c>: it needs some, and is not told where WhatsApp numbers the options.</item>
/// </list>
/// </summary>
public sealed record Story(IReadOnlyList<Exchange> Exchanges)
{
    /// <summary>The world it needs.</summary>
    public StoryKind Kind =>
        Exchanges.Any(exchange => exchange.By is Teller.Operator || exchange.Group.Count > 0) ? StoryKind.WithOperators
        : Exchanges.Any(exchange => exchange.By is Teller.Clock) ? StoryKind.Timed
        : StoryKind.Plain;

    public static Story Read(string path)
    {
        var exchanges = new List<Exchange>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            switch (line.Split(' ', 2))
            {
                case [">", var said]:
                    exchanges.Add(new(Teller.Person, said, [], []));
                    break;
                case [">>", var said]:
                    exchanges.Add(new(Teller.Operator, said, [], []));
                    break;
                case ["=", var happens]:
                    exchanges.Add(new(Teller.Page, happens, [], []));
                    break;
                case ["@", var when]:
                    exchanges.Add(new(Teller.Clock, when, [], []));
                    break;
                case ["<", var heard] when exchanges.Count > 0:
                    exchanges[^1].Expected.Add(heard);
                    break;
                case ["<<", var seen] when exchanges.Count > 0:
                    exchanges[^1].Group.Add(seen);
                    break;
                default:
                    throw new FormatException($"{Path.GetFileName(path)}: this line is neither said nor answered: {line}");
            }
        }

        return exchanges.TrueForAll(exchange => exchange.By == Teller.Clock || exchange.Expected.Count + exchange.Group.Count > 0)
            ? new(exchanges)
            : throw new FormatException($"{Path.GetFileName(path)}: something said has no answer.");
    }
}

/// <summary>What the world of a story must have. The clock goes on for all stories of one world, so those with operators have another than the rest.</summary>
public enum StoryKind
{
    Plain,
    Timed,
    WithOperators,
}

/// <summary>Who makes something happen.</summary>
public enum Teller
{
    Person,
    Operator,
    Clock,
    Page,
}

/// <summary>What somebody did, what the one reply must hold, and what the group must see; each may be nothing.</summary>
public sealed record Exchange(Teller By, string Said, IList<string> Expected, IList<string> Group);
