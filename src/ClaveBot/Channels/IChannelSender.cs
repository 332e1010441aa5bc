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

    /// <summary>
    /// Asks what became of a message that may have been accepted. Sent: it was. Retry: nobody could say now. Null: it was not, or the
    /// channel has no way to tell; it is sent again then.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="since">Not later than its first try.</param>
    /// <param name="lastSent">The <see cref="SendResult.Sent.Id"/> of the message before; 0 when there was none.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<SendResult?> FindAsync(OutgoingMessage message, DateTimeOffset since, long lastSent, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult?>(null);

    /// <summary>
    /// Takes back what a person wrote, as far as the channel lets a bot: Telegram deletes the message, Twilio empties its own copy. May be
    /// asked twice. Undeliverable: it cannot be done. Throws as <see cref="SendAsync"/> does.
    /// </summary>
    /// <param name="chat">The chat.</param>
    /// <param name="copy">The <see cref="MessageId.Copy"/> of the message.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<SendResult> UnsayAsync(ChatAddress chat, string copy, CancellationToken cancellationToken);
}

/// <summary>What became of one attempt to send.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>The other side accepted it.</summary>
    /// <param name="Id">
    /// What the conversation remembers of it until the next one: of a Telegram message with buttons its message id, of a WhatsApp
    /// message the first 64 bits of its SID. 0: nothing.
    /// </param>
    public sealed record Sent(long Id = 0) : SendResult;

    /// <summary>Not accepted now, or not known: try again later.</summary>
    /// <param name="After">How long the other side asked to wait, an hour at most; null when it did not say.</param>
    /// <param name="Reason">For the operator; holds nothing of the message or the person.</param>
    /// <param name="MayBeSent">The request went out and no clear answer came back.</param>
    public sealed record Retry(TimeSpan? After, string Reason, bool MayBeSent = false) : SendResult
    {
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

        /// <summary>Some years, as a number out of place may say, would silence a chat and are more than a timer takes.</summary>
        public TimeSpan? After { get; } = After > Longest ? Longest : After;
    }

    /// <summary>It will never be accepted (blocked, no such chat): the message is dropped with its reason.</summary>
    /// <param name="Reason">For the operator, one of few; holds nothing of the message or the person.</param>
    /// <param name="Unreachable">Nothing else would be accepted either, until the person writes again.</param>
    public sealed record Undeliverable(string Reason, bool Unreachable = false) : SendResult;
}
