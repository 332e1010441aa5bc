using ClaveBot.Channels;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;
using ClaveBot.Persons;
using ClaveBot.Redis;

namespace ClaveBot.Conversation;

/// <summary>
/// What happens when a conversation's time has come: its link expires, its reminder is due, no person answers, or its retention is over.
/// Any instance may do it, also several at once: the revision lets one of them through.
/// </summary>
public sealed class DueConversation(
    ConversationStore store, Deadlines deadlines, KeyRing keys, TurnHandler turns, LinkStore links, DueIndex due, TimeProvider time)
{
    private static readonly TimeSpan NotYet = TimeSpan.FromMinutes(1);

    /// <summary>Looks at one conversation.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task LookAsync(DueEntry.Timer entry, CancellationToken cancellationToken)
    {
        var id = entry.Conversation;
        if (await store.LoadAsync(id) is not { } record)
        {
            await ForgetAsync(entry, 0);
            return;
        }

        var now = time.GetUtcNow();
        if (record.Talk?.End is { } over && now >= over)
            await turns.HandleAsync(id, $"talk:{over.ToUnixTimeMilliseconds()}", new IncomingContent.TalkOver(over), cancellationToken);
        else if (TurnLink.KeyOf(id, record.Link, keys) is { } key)
            await LookAtLinkAsync(id, record, key, now, cancellationToken);
        else if (deadlines.ReminderAt(record) <= now)
            await RemindAsync(id, record, now, cancellationToken);
        else if (now >= deadlines.RetentionEnd(record))
            await (record.Persons.Count > 0 ? LetGoAsync(id, record) : ForgetAsync(entry, record.Revision));
        else
            await RescheduleAsync(id, record);
    }

    // What is due in the evening may be found at night, by a host that slept.
    private Task RemindAsync(ConversationId id, ConversationRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (deadlines.AfterQuiet(now) is var morning && morning > now)
            return store.CommitAsync(new() { Id = id, Record = record, DueAt = morning });
        var at = record.Reminder!.Value;
        return turns.HandleAsync(id, $"reminder:{at.ToUnixTimeMilliseconds()}", new IncomingContent.ReminderDue(at), cancellationToken);
    }

    // The persons' entries let go of it first; then, when they have heard, it is forgotten.
    private async Task LetGoAsync(ConversationId id, ConversationRecord record)
    {
        var now = time.GetUtcNow();
        await store.CommitAsync(new()
        {
            Id = id,
            Record = record with { Persons = [] },
            DueAt = now,
            Events = [.. AccountTurn.Gone(AccountEventKind.Forgotten, id, record, now).Select(said => new OutboxItem.Account(said))],
        });
    }

    // What is still unsent keeps a conversation; looking every second would keep others from being looked at.
    private async Task ForgetAsync(DueEntry.Timer entry, long revision)
    {
        if (!await store.ForgetAsync(entry.Conversation, revision))
            await due.PostponeAsync(entry, NotYet);
    }

    private async Task LookAtLinkAsync(ConversationId id, ConversationRecord record, LinkKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (await links.LookAsync(key))
        {
            case { State: LinkState.Changing }:
                await RescheduleAsync(id, record with { Link = record.Link! with { Until = now + LinkStore.ChangeTimeout } });
                break;
            case { State: LinkState.Issued or LinkState.Claimed } link when link.IsOver(now):
                await turns.HandleAsync(id, LinkEvents.Expired(key), new IncomingContent.LinkEnded(LinkEnd.Expired, key), cancellationToken);
                break;
            case { State: LinkState.Issued or LinkState.Claimed } link:
                await RescheduleAsync(id, record with { Link = record.Link! with { Until = link.Deadline } });
                break;
            case { State: LinkState.Ended, Reason: LinkEnd.TooManyTries }:
                // Told already, unless Redis went away in between: the event's id lets it through once.
                await turns.HandleAsync(id, LinkEvents.Blocked(key), new IncomingContent.LinkEnded(LinkEnd.TooManyTries, key), cancellationToken);
                break;
            default:
                await RescheduleAsync(id, record with { Link = null });
                break;
        }
    }

    // A turn that was faster has set the right time itself.
    private async Task RescheduleAsync(ConversationId id, ConversationRecord record) =>
        await store.CommitAsync(new() { Id = id, Record = record, DueAt = deadlines.NextOf(record) });
}
