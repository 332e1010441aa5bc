using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Redis;

namespace ClaveBot.PasswordLinks;

/// <summary>Takes one new clave from the browser that claimed the link to the directory, and tells everybody who must hear of it.</summary>
internal sealed class ChangeRunner(LinkStore links, TurnHandler turns, PasswordRules rules, Refusals refusals, TimeProvider time)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private const int Glances = 40;

    /// <summary>Rules, then the atomic step to "changing", then the directory, then the settlement.</summary>
    public async Task<ChangeOutcome> RunAsync(
        IAccountDirectory directory, StoredLink link, PageSession session, Secret replacement, CancellationToken cancellationToken)
    {
        if (session is not { Cedula: { } cedula, Current: { } typed })
            return new ChangeOutcome.Elsewhere();
        using var current = new Secret(typed);
        if (link.State != LinkState.Claimed)
            return await OutcomeOfTheOtherPostAsync(link, session, cancellationToken);
        switch (await directory.VerifyAsync(cedula, current, Asker.Owner, cancellationToken))
        {
            case VerifyResult.Unavailable:
                return new ChangeOutcome.Unavailable();
            case VerifyResult.Proven proven:
                if (rules.Check(replacement, current, proven.Person, directory.Limits) is { } fault)
                    return await RefuseAsync(link, cedula, fault);
                return await WriteAsync(directory, link, session, proven.Person, proven.Marker, () =>
                    directory.ChangeAsync(cedula, current, replacement, proven.Marker, CancellationToken.None), cancellationToken);
            default:
                // Right a moment ago and wrong now: another post of this browser was faster, or the clave changed somewhere else.
                return await OutcomeOfTheOtherPostAsync(link, session, cancellationToken);
        }
    }

    /// <summary>The atomic step to "changing", then the directory, then the settlement.</summary>
    public async Task<ChangeOutcome> WriteAsync(
        IAccountDirectory directory, StoredLink link, PageSession session, Person person, string marker, Func<Task<ChangeResult>> write, CancellationToken cancellationToken) =>
        await links.BeginChangeAsync(link, marker) switch
        {
            BeginResult.Begun => await WriteAsync(directory, link, session, person, write),
            BeginResult.Elsewhere => new ChangeOutcome.Elsewhere(),
            _ => await OutcomeOfTheOtherPostAsync(link, session, cancellationToken),
        };

    // From here on the person's browser cannot call it off: what was begun is finished and told.
    private async Task<ChangeOutcome> WriteAsync(IAccountDirectory directory, StoredLink link, PageSession session, Person person, Func<Task<ChangeResult>> write)
    {
        switch (await write())
        {
            case ChangeResult.Changed:
                await SettleAsync(directory, link, person);
                return Done(link, session);
            case ChangeResult.Refused refused:
                await links.ReleaseAsync(link);
                return await RefuseAsync(link, person.Cedula, refused.Fault);
            case ChangeResult.Unsure:
                return new ChangeOutcome.Unsure();
            case ChangeResult.Outdated:
                await links.ReleaseAsync(link);
                return new ChangeOutcome.Gone();
            default:
                await links.ReleaseAsync(link);
                return new ChangeOutcome.Unavailable();
        }
    }

    /// <summary>A new clave is not taken, by our rules or by the directory's; that is on record.</summary>
    public async Task<ChangeOutcome> RefuseAsync(StoredLink link, Cedula cedula, PasswordFault fault)
    {
        await refusals.NoteAsync(link.Conversation, cedula, "new-" + fault.ToString().ToLowerInvariant());
        return new ChangeOutcome.Refused(fault);
    }

    private async Task SettleAsync(IAccountDirectory directory, StoredLink link, Person person)
    {
        var changedAt = time.GetUtcNow();
        // The directory's own date or none: a directory that is away now does not keep the change from being told.
        var expires = await directory.ReadAsync(person.Cedula, CancellationToken.None) is ReadResult.Found found ? found.Expires : null;
        var settlement = new Settlement(link.Key, person, changedAt) { Expires = expires };
        try
        {
            await turns.HandleAsync(link.Conversation, LinkEvents.Changed(link.Key), new IncomingContent.ClaveChanged(settlement), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // The clave is changed whatever Redis says; the due entry of "changing" settles it when Redis is back.
        }
    }

    /// <summary>Somebody who presses twice sees the answer to the second post: it must be the one of the first.</summary>
    public async Task<ChangeOutcome> OutcomeOfTheOtherPostAsync(StoredLink link, PageSession session, CancellationToken cancellationToken)
    {
        for (var glance = 0; glance < Glances; glance++)
        {
            var now = await links.LookAsync(link.Key);
            if (now is null || !now.SessionKey.AsSpan().SequenceEqual(link.SessionKey))
                return new ChangeOutcome.Gone();
            if (now.State == LinkState.Used)
                return Done(link, session);
            if (now.State != LinkState.Changing)
                return new ChangeOutcome.Gone();
            await Task.Delay(Glance, time, cancellationToken);
        }

        return new ChangeOutcome.Unsure();
    }

    private static ChangeOutcome.Changed Done(StoredLink link, PageSession session) =>
        new((session with { Current = null }).Seal(link.Key, link.SessionKey));
}
