using System.Reflection;
using ClaveBot.Channels;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Conversation;

/// <summary>Handles one message: load, step, table, one atomic commit; then hands what was committed to the sender.</summary>
public sealed class TurnHandler(ConversationStore store, TurnComposer composer, OutboxSender outbox, KeyRing keys, ILogger<TurnHandler> log)
{
    // Each lost race means that another turn of the same chat was committed: one person cannot cause so many at once.
    private const int RacesAllowed = 100;

    private static readonly string Build =
        typeof(TurnHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Returns once the turn is committed; only then may the message be acknowledged.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away; the message must come again.</exception>
    public Task<TurnOutcome> HandleAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        HandleAsync(ConversationId.Of(message.Chat, keys), message.Chat, message.Id, message.Content, cancellationToken);

    /// <summary>Handles something that the bot itself tells a conversation. Of the same id twice, one has an effect.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public Task<TurnOutcome> HandleAsync(ConversationId id, string eventId, IncomingContent content, CancellationToken cancellationToken) =>
        HandleAsync(id, null, new(MessageQueue.Events, eventId), content, cancellationToken);

    private async Task<TurnOutcome> HandleAsync(
        ConversationId id, ChatAddress? chat, MessageId message, IncomingContent content, CancellationToken cancellationToken)
    {
        for (var race = 0; race < RacesAllowed; race++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = await store.LoadAsync(id) ?? (chat is null ? null : new ConversationRecord { Chat = chat });
            if (record is null || IsAboutAnOlderLink(id, record, content))
                return TurnOutcome.Ignored;
            if (record.Seen.Contains(message))
            {
                await store.ConfirmAsync(id, record.Revision);
                return TurnOutcome.SeenBefore;
            }

            switch (await store.CommitAsync(Compose(id, record, message, content)))
            {
                case CommitResult.Committed committed:
                    outbox.Enqueue(committed.Lanes);
                    return TurnOutcome.Committed;
                case CommitResult.LinkMoved:
                    return TurnOutcome.Ignored;
            }
        }

        throw new StoreUnavailableException("Too many turns of one chat at once.", new TimeoutException());
    }

    // The same message would break it again for as long as the messenger repeats it, and hold up the chat meanwhile.
    private Commit Compose(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content)
    {
        try
        {
            return composer.Compose(id, record, message, content);
        }
        catch (Exception exception) when (message.Queue != MessageQueue.Events)
        {
            log.Parked(message.Value, record.Chat.Channel, exception.GetType().Name, Build);
            return composer.Compose(id, record, message, new IncomingContent.Unsupported(UnsupportedKind.Other));
        }
    }

    private bool IsAboutAnOlderLink(ConversationId id, ConversationRecord record, IncomingContent content) =>
        content is IncomingContent.LinkEnded ended && composer.KeyOf(id, record.Link) != ended.Link;
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
