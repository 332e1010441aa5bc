using ClaveBot.Conversation;

namespace ClaveBot.Outbox;

/// <summary>
/// Closes a route for a while when one conversation after the other is refused: then it is not a chat that is in trouble but the
/// messenger, and asking on for every chat would only keep workers busy and Telegram's flood control angry. A send that is taken opens it.
/// </summary>
internal sealed class RouteGate(TimeProvider time)
{
    /// <summary>So many different conversations, with no success in between.</summary>
    public const int Threshold = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly HashSet<ConversationId> _refused = [];
    private DateTimeOffset _opensAt;
    private int _rounds;

    /// <summary>How long it stays closed; null when it is open.</summary>
    public TimeSpan? ClosedFor
    {
        get
        {
            lock (_lock)
                return _opensAt - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;
        }
    }

    /// <summary>The route took something.</summary>
    public void Taken()
    {
        lock (_lock)
        {
            _refused.Clear();
            _rounds = 0;
            _opensAt = default;
        }
    }

    /// <summary>The route did not take it. True when this closes the gate.</summary>
    /// <param name="conversation">Whose item it was.</param>
    /// <param name="asked">How long the other side asked to wait.</param>
    public bool Refused(ConversationId conversation, TimeSpan? asked)
    {
        lock (_lock)
        {
            if (_refused.Count < Threshold)
                _refused.Add(conversation);
            var now = time.GetUtcNow();
            if (_refused.Count < Threshold || (asked is null && _opensAt > now))
                return false;
            var wasOpen = _opensAt <= now;
            var wait = asked ?? TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 1 << Math.Min(_rounds, 5)));
            _rounds += wasOpen ? 1 : 0;
            _opensAt = _opensAt > now + wait ? _opensAt : now + wait;
            return wasOpen;
        }
    }
}
