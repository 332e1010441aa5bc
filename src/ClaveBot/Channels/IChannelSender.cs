namespace ClaveBot.Channels;

/// <summary>Gives a message to its channel once. The outbox owns retries: a sender never repeats a request.</summary>
public interface IChannelSender
{
    /// <summary>The channel this sender speaks.</summary>
    Channel Channel { get; }

    /// <summary>
    /// Sends one message. Never throws for what a channel can answer; throws <see cref="OperationCanceledException"/> only when
    /// <paramref name="cancellationToken"/> asks for it.
    /// </summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of one attempt to send.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>The other side accepted it.</summary>
    public sealed record Sent : SendResult;

    /// <summary>Not accepted now, or not known: try again later.</summary>
    /// <param name="After">How long the other side asked to wait, an hour at most; null when it did not say.</param>
    /// <param name="Reason">For the operator; holds nothing of the message or the person.</param>
    public sealed record Retry(TimeSpan? After, string Reason) : SendResult
    {
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

        /// <summary>Some years, as a number out of place may say, would silence a chat and are more than a timer takes.</summary>
        public TimeSpan? After { get; } = After > Longest ? Longest : After;
    }

    /// <summary>It will never be accepted (blocked, no such chat): the message is dropped with its reason.</summary>
    public sealed record Undeliverable(string Reason) : SendResult;
}
