using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What a person says next, and the one right answer: the dialogue itself is pure, so it tells without a process or a store.</summary>
internal sealed class Script(Channel channel, string chat, ClaveBotSettings settings) : IDisposable
{
    private const int Apart = 4;

    private static readonly string[] Sayings =
    [
        "hola", "cambiar mi clave", "sí", "no", "ayuda", "¿es seguro?", "una persona", "gracias", "atrás", "menú", "olvidé mi clave",
        "no funciona", "1", "2", "3", "ñandú azul", "otro enlace", "cancelar",
    ];

    private static readonly string[] Interruptions = ["ayuda", "una persona"];

    private readonly ConversationTable _table = new(settings.Mode);
    private readonly Queue<string> _recent = new();
    private ConversationRecord _record = new() { Chat = new(channel, chat) };

    /// <summary>A text whose answer is unlike the last ones, so that an answer that comes twice is never taken for the next.</summary>
    public (string Said, Answer Right) Next()
    {
        while (true)
        {
            var said = Sayings[RandomNumberGenerator.GetInt32(Sayings.Length)];
            if (Say(said) is { } right)
                return (said, right);
        }
    }

    /// <summary>Two texts that leave the state alone: their answers are right in either order. Empty when one was said just before.</summary>
    public IReadOnlyList<(string Said, Answer Right)> Pair()
    {
        var dialogue = new Dialogue(_table, settings);
        if (Interruptions.Any(said => IsLikeTheLast(dialogue.Plan(_record, new IncomingContent.Text(said), DateTimeOffset.UnixEpoch).Reply!.Text)))
            return [];
        return [.. Interruptions.Select(said => (said, Say(said)!))];
    }

    private Answer? Say(string said)
    {
        var plan = new Dialogue(_table, settings).Plan(_record, new IncomingContent.Text(said), DateTimeOffset.UnixEpoch);
        if (plan.Reply is null || IsLikeTheLast(plan.Reply.Text))
            return null;
        _recent.Enqueue(plan.Reply.Text);
        if (_recent.Count > Apart)
            _recent.Dequeue();
        _record = _record with { State = plan.Next, Turn = plan.Reply.Choices.Count > 0 ? _record.Turn + 1 : _record.Turn, Link = LinkAfter(plan.Link) };
        return new(plan.Reply.Text, plan.Reply.Choices is [var first, ..] ? PressPayload.Of(plan.Next, _record.Turn, first.Trigger) : null);
    }

    // Whether there is a link is part of what the dialogue looks at; which one, never.
    private OpenLink? LinkAfter(LinkEffect effect) => effect switch
    {
        LinkEffect.Issue or LinkEffect.Repeat => new("", DateTimeOffset.MaxValue),
        LinkEffect.Cancel or LinkEffect.Forget => null,
        _ => _record.Link,
    };

    private bool IsLikeTheLast(string answer) =>
        _recent.Any(text => text.StartsWith(answer, StringComparison.Ordinal) || answer.StartsWith(text, StringComparison.Ordinal));

    public void Dispose() => _table.Dispose();
}

/// <summary>One answer.</summary>
/// <param name="Text">How it begins: WhatsApp adds the options below it.</param>
/// <param name="Payload">What its first button carries, which names state and turn; Telegram only.</param>
internal sealed record Answer(string Text, string? Payload);
