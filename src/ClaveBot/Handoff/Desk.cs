using System.Globalization;
using System.Text;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Handoff;

/// <summary>The operators' group: what people write is put before it, and its replies are taken. Pure; everything in Spanish, as its operators are.</summary>
public sealed class Desk(KeyRing keys, ClaveBotSettings settings)
{
    private const Language Words = Language.Spanish;

    // Who waits behind so many is answered all the same; only the count that people are told ends here.
    private const int LongestQueue = 200;

    private readonly ChatAddress? _group = settings.Operators.IsOn ? settings.Operators.Group : null;

    /// <summary>A reply in the operators' group to a message about a case is for that case; any other is what it is in every group.</summary>
    public IncomingContent Read(ChatAddress chat, IncomingContent content) => content is not IncomingContent.GroupReply reply ? content
        : chat == _group && CaseReference.Read(reply.Answered, chat, keys) is { } about ? new IncomingContent.OperatorReply(about, reply.Typed)
        : new IncomingContent.InGroup();

    /// <summary>What a turn of the group does; null when it is none of the desk's.</summary>
    /// <param name="record">The group's.</param>
    /// <param name="message">The turn's.</param>
    /// <param name="content">What came.</param>
    /// <param name="isTooLate">It may have been taken before.</param>
    /// <param name="now">The time.</param>
    internal DeskTurn? Turn(ConversationRecord record, MessageId message, IncomingContent content, bool isTooLate, DateTimeOffset now) => content switch
    {
        IncomingContent.ToGroup { Value: var said } => Hear(record, said, now),
        IncomingContent.OperatorReply reply when isTooLate => new(record.Talk, [Note(record, DeskText.Late, reply.Case.Text)], []),
        IncomingContent.OperatorReply reply => Answer(record, message, reply),
        _ => null,
    };

    private DeskTurn Hear(ConversationRecord record, CaseEvent said, DateTimeOffset now)
    {
        var queue = record.Talk?.Queue ?? [];
        if (said.Kind != CaseEventKind.Asked)
            return new(Without(queue, said.Case), [Note(record, NewsOf(said.Kind), said.Case)], []);

        if (!queue.Any(waiting => waiting.Case == said.Case))
            queue = [.. queue.TakeLast(LongestQueue - 1), new(said.Case, now)];
        var ahead = queue.TakeWhile(waiting => waiting.Case != said.Case).Count();
        return new(
            new() { Queue = queue },
            [Message(record, Question(said, now - queue[ahead].Since), said.Case) with { About = said.Case }],
            said.IsFirst ? [new() { Id = "taken:" + said.Id, Kind = CaseEventKind.Taken, Case = said.Case, Ahead = ahead }] : []);
    }

    private DeskTurn Answer(ConversationRecord record, MessageId message, IncomingContent.OperatorReply reply)
    {
        var about = reply.Case.Text;
        var answer = new CaseEvent { Id = "case:" + message.Value, Kind = CaseEventKind.Answered, Case = about, Text = reply.Typed };
        if (reply.Typed is { } text && MeansEnd(text))
            return new(Without(record.Talk?.Queue ?? [], about), [], [answer with { Kind = CaseEventKind.Ended, Text = null }]);
        return TalkWords.RefusalOfAnswer(reply.Typed) is { } refusal
            ? new(record.Talk, [Note(record, refusal, about)], [])
            : new(Without(record.Talk?.Queue ?? [], about), [], [answer]);
    }

    private static bool MeansEnd(string text) => new Words(text.Split('@')[0]).Is("fin");

    private static Talk? Without(IReadOnlyList<Waiting> queue, string about) =>
        queue.Where(waiting => waiting.Case != about).ToList() is { Count: > 0 } left ? new() { Queue = left } : null;

    private static DeskText NewsOf(CaseEventKind kind) => kind switch
    {
        CaseEventKind.Left => DeskText.Left,
        CaseEventKind.TimedOut => DeskText.TimedOut,
        CaseEventKind.Closed => DeskText.Closed,
        CaseEventKind.Over => DeskText.Over,
        CaseEventKind.Unreachable => DeskText.Unreachable,
        CaseEventKind.TooLate => DeskText.TooLate,
        CaseEventKind.Notified => DeskText.Notified,
        CaseEventKind.NotDelivered => DeskText.NotDelivered,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing that the group is told."),
    };

    private static string Question(CaseEvent said, TimeSpan waited)
    {
        var language = said.Language == Language.Spanish ? DialogueText.ChoiceSpanish : DialogueText.ChoiceEnglish;
        var minutes = (int)waited.TotalMinutes;
        var wait = minutes > 0 ? DeskText.Waits.Say(Words, minutes) : DeskText.New.Say(Words);
        return string.Join("\n\n", DeskText.Header.Say(Words, CaseReference.Label(said.Case), said.Channel, language.Say(Words), wait), Quoted(said.Text ?? ""), DeskText.HowTo.Say(Words));
    }

    // Line by line, and without what turns the direction of writing: nobody's text may look like the bot's own.
    private static string Quoted(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line =>
        "> " + string.Concat(line.EnumerateRunes().Where(static rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value == 0x200D))));

    private OutboxItem.Message Note(ConversationRecord record, DeskText text, string about) => Message(record, text.Say(Words, CaseReference.Label(about)), about);

    // What the bot writes about a case, and nobody else, stands in the last line.
    private OutboxItem.Message Message(ConversationRecord record, string text, string about) =>
        new(new(record.Chat, $"{text}\n{CaseReference.Line(about, record.Chat, keys)}", []));
}

/// <summary>What a turn of the operators' group does.</summary>
/// <param name="Talk">Who waits.</param>
/// <param name="Messages">Into the group.</param>
/// <param name="Events">To people.</param>
internal sealed record DeskTurn(Talk? Talk, IReadOnlyList<OutboxItem.Message> Messages, IReadOnlyList<CaseEvent> Events);
