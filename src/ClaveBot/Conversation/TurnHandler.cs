using ClaveBot.Channels;
using ClaveBot.Handoff;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Pressure;
using ClaveBot.Redis;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>Handles one message: load, doorman, step, table, one atomic commit; then hands what was committed to the sender.</summary>
public sealed class TurnHandler(
    ConversationStore store, TurnComposer composer, Desk desk, Doorman doorman, ParkedMessages parked, TurnMetrics metrics, OutboxSender outbox, KeyRing keys)
{
    // Each lost race means that another turn of the same chat was committed: one person cannot cause so many at once.
    private const int RacesAllowed = 100;

    /// <summary>Returns once the turn is committed; only then may the message be acknowledged.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away; the message must come again.</exception>
    public async Task<TurnOutcome> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var id = ConversationId.Of(message.Chat, keys);
        TurnOutcome? outcome = null;
        try
        {
            outcome = await HandleAsync(id, message.Chat, message.Id, desk.Read(message.Chat, message.Content), cancellationToken);
        }
        // Also thrown on: until it has failed too often, another instance may do better.
        catch (Exception exception) when (exception is not (StoreUnavailableException or OperationCanceledException))
        {
            if (!await parked.FailedAsync(id, message, exception))
                throw;
            outcome = TurnOutcome.Parked;
        }
        finally
        {
            metrics.Turned(message.Chat.Channel, outcome);
        }

        return outcome.Value;
    }

    /// <summary>So much waits to be sent to this messenger that a new message had better wait there.</summary>
    public bool IsBacklogged(Channel channel) => outbox.IsFull(channel == Channel.Telegram ? Route.Telegram : Route.WhatsApp);

    /// <summary>Handles something that the bot itself tells a conversation. Of the same id twice, one has an effect.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<TurnOutcome> HandleAsync(ConversationId id, string eventId, IncomingContent content, CancellationToken cancellationToken)
    {
        var outcome = await HandleAsync(id, null, new(MessageQueue.Events, eventId), content, cancellationToken);
        metrics.Turned(null, outcome);
        return outcome;
    }

    /// <summary>The same for a chat in which nobody may have written yet.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<TurnOutcome> HandleAsync(ChatAddress chat, string eventId, IncomingContent content, CancellationToken cancellationToken)
    {
        var outcome = await HandleAsync(ConversationId.Of(chat, keys), chat, new(MessageQueue.Events, eventId), content, cancellationToken);
        metrics.Turned(null, outcome);
        return outcome;
    }

    private async Task<TurnOutcome> HandleAsync(
        ConversationId id, ChatAddress? chat, MessageId message, IncomingContent content, CancellationToken cancellationToken)
    {
        for (var race = 0; race < RacesAllowed; race++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stored = await store.LoadAsync(id);
            var record = Continue(stored, chat, content);
            if (record is null || IsAboutAnOlderLink(id, record, content) || IsAnOlderReminder(record, content) || IsAboutAnOlderTalk(record, content))
                return TurnOutcome.Ignored;
            if (record.Seen.Contains(message))
            {
                await store.ConfirmAsync(id, stored ?? record);
                return TurnOutcome.SeenBefore;
            }

            var composed = await ComposeAsync(id, record, message, content);
            if (composed is { Commit.TellsComments: true })
                composed = await ComposeAsync(id, record with { CommentTexts = await store.CommentTextsAsync(id) }, message, content);
            if (composed is not { } turn)
                return TurnOutcome.Refused;
            switch (await store.CommitAsync(turn.Commit))
            {
                case CommitResult.Committed committed:
                    outbox.Enqueue(committed.Lanes);
                    if (turn.Broken is { } exception)
                        await parked.ParkAsync(message.Value, record.Chat.Channel, exception);
                    return TurnOutcome.Committed;
                case CommitResult.LinkMoved:
                    return TurnOutcome.Ignored;
            }
        }

        throw new StoreUnavailableException("Too many turns of one chat at once.", new TimeoutException());
    }

    // Null: there is nobody to tell. What was erased begins anew with the next message, and what came before it is still known.
    private static ConversationRecord? Continue(ConversationRecord? stored, ChatAddress? chat, IncomingContent content) => stored switch
    {
        { IsErased: false } => stored,
        _ when chat is not null => new() { Chat = chat, Seen = stored?.Seen ?? new(), Revision = stored?.Revision ?? 0 },
        // Of an account others must hear too, also when the chat in which it was asked for is gone by now.
        _ when content is IncomingContent.ClaveChanged or IncomingContent.AccountFrozen => stored ?? new() { Chat = new(default, "") },
        _ => null,
    };

    // Null: the person has been told already not to write now.
    private async ValueTask<(Commit Commit, Exception? Broken)?> ComposeAsync(
        ConversationId id, ConversationRecord record, MessageId message, IncomingContent content)
    {
        // Operators who answer many at once are no flood, and what they wrote is not to be lost; to whoever wants nothing nothing is said.
        if (message.Queue == MessageQueue.Events || content is IncomingContent.OperatorReply or IncomingContent.OptedOut)
            return (composer.Compose(id, record, message, content), null);
        switch (await doorman.AdmitAsync(record))
        {
            case Admission.Entered entered:
                return Compose(id, entered.Record, message, content);
            case Admission.Told told:
                return (composer.ComposeNotice(id, told.Record, message, content, told.Sentence), null);
            default:
                // A clave does not stay in the chat for that.
                return composer.ComposeSilence(id, record, message, content) is { } silence ? (silence, null) : null;
        }
    }

    // The dialogue is pure: what breaks it breaks it again, for as long as the messenger repeats it, and holds up the chat meanwhile.
    private (Commit Commit, Exception? Broken) Compose(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content)
    {
        try
        {
            return (composer.Compose(id, record, message, content), null);
        }
        catch (Exception exception)
        {
            return (composer.ComposeNotice(id, record, message, content, DialogueText.Broken.Say(record.Language)), exception);
        }
    }

    // It was taken off or put off while this one was on its way.
    private static bool IsAnOlderReminder(ConversationRecord record, IncomingContent content) =>
        content is IncomingContent.ReminderDue due && record.Reminder != due.At;

    private bool IsAboutAnOlderLink(ConversationId id, ConversationRecord record, IncomingContent content) =>
        content is IncomingContent.LinkEnded ended && TurnLink.KeyOf(id, record.Link, keys) != ended.Link;

    private static bool IsAboutAnOlderTalk(ConversationRecord record, IncomingContent content) =>
        content is IncomingContent.TalkOver over && record.Talk?.Until != over.Until;
}

/// <summary>What became of a message. Either way it may be acknowledged.</summary>
public enum TurnOutcome
{
    Committed,

    /// <summary>A redelivery: nothing ran twice.</summary>
    SeenBefore,

    /// <summary>Nothing to do.</summary>
    Ignored,

    /// <summary>Not now, and the person knows: operators pause the service, or it is a flood.</summary>
    Refused,

    /// <summary>The bot broke on it too often: it is given up, and the person is told.</summary>
    Parked,
}
