using ClaveBot.Channels;

namespace ClaveBot.Conversation;

/// <summary>Handles one message: load, step, table, one atomic commit.</summary>
public sealed class TurnHandler
{
    /// <summary>Returns once the turn is committed; only then may the message be acknowledged.</summary>
    /// <exception cref="Redis.StoreUnavailableException">Redis is away; nothing was committed.</exception>
    public Task<TurnOutcome> HandleAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>What became of a message. Either way it may be acknowledged.</summary>
public enum TurnOutcome
{
    Committed,

    /// <summary>A redelivery: nothing ran twice.</summary>
    SeenBefore,

    /// <summary>Nothing to do.</summary>
    Ignored,
}
