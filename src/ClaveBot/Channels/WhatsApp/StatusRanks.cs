namespace ClaveBot.Channels.WhatsApp;

/// <summary>How far the last messages came, as far as this instance was told.</summary>
public sealed class StatusRanks
{
    /// <summary>Twilio tells within seconds, and whether something was read within days: of what is older the last word stands.</summary>
    public const int Kept = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, MessageRank> _ranks = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly HashSet<int> _codes = [];

    /// <summary>Whether this would be news.</summary>
    public bool IsNews(string sid, MessageRank rank)
    {
        lock (_lock)
            return !_ranks.TryGetValue(sid, out var known) || rank > known;
    }

    /// <summary>Whether this is news: the message was not known to be there or beyond.</summary>
    /// <param name="sid">The message.</param>
    /// <param name="rank">What is told of it.</param>
    /// <param name="before">What was known of it.</param>
    public bool Rises(string sid, MessageRank rank, out MessageRank before)
    {
        lock (_lock)
        {
            var known = _ranks.TryGetValue(sid, out before);
            if (known && rank <= before)
                return false;
            _ranks[sid] = rank;
            if (!known)
                _order.Enqueue(sid);
            if (_order.Count > Kept)
                _ranks.Remove(_order.Dequeue());
            return true;
        }
    }

    /// <summary>Whether nothing failed for this reason before.</summary>
    public bool IsFirst(int code)
    {
        lock (_lock)
            return _codes.Count < 100 && _codes.Add(code);
    }
}
