using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Conversation;
using ClaveBot.Keys;

namespace ClaveBot.PasswordLinks;

/// <summary>Takes a code and a new clave to the directory. It is asked about the person only once the code was right.</summary>
public sealed class RecoveryRunner(LinkStore links, TurnHandler turns, KeyRing keys, PasswordRules rules, Refusals refusals, TimeProvider time, IAccountDirectory? directory = null)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private const int Glances = 40;

    private readonly ChangeRunner _changes = new(links, turns, rules, refusals, time);

    /// <summary>Rules that need nobody's data, then the code, then all rules, then as any change.</summary>
    internal async Task<RecoverOutcome> RunAsync(StoredLink link, PageSession session, string code, Secret replacement, CancellationToken cancellationToken)
    {
        if (directory is null || session.Cedula is not { } cedula)
            return Came(new ChangeOutcome.Elsewhere());
        if (link.State != LinkState.Claimed)
            return Came(await _changes.OutcomeOfTheOtherPostAsync(link, session, cancellationToken));
        // Costs no try, and says nothing about anybody.
        if (rules.Check(replacement, current: null, new Person(cedula, "", []), directory.Limits) is { } early)
            return Came(new ChangeOutcome.Refused(early));

        switch (await BeginTryAsync(link, cancellationToken))
        {
            case TryResult.Ended:
                await turns.TellBlockedAsync(link);
                return Came(new ChangeOutcome.Gone());
            case TryResult.Busy:
                return Came(new ChangeOutcome.Unavailable());
            case TryResult.Gone:
                return Came(await _changes.OutcomeOfTheOtherPostAsync(link, session, cancellationToken));
        }

        if (!RecoveryCode.IsRight(code, link, keys))
            return await WrongAsync(link, cedula);
        await links.GiveTryBackAsync(link.Key);
        return await directory.ReadAsync(cedula, cancellationToken) switch
        {
            ReadResult.Found found => Came(await ResetAsync(directory, link, session, found, replacement, cancellationToken)),
            // A lucky guess about nobody.
            ReadResult.Missing => await WrongAsync(link, cedula),
            _ => Came(new ChangeOutcome.Unavailable()),
        };
    }

    private async Task<ChangeOutcome> ResetAsync(
        IAccountDirectory accounts, StoredLink link, PageSession session, ReadResult.Found found, Secret replacement, CancellationToken cancellationToken) =>
        rules.Check(replacement, current: null, found.Person, accounts.Limits) is { } fault
            ? await _changes.RefuseAsync(link, found.Person.Cedula, fault)
            : await _changes.WriteAsync(accounts, link, session, found.Person, found.Marker, () =>
                accounts.ResetAsync(found.Person.Cedula, replacement, found.Marker, CancellationToken.None), cancellationToken);

    private async Task<RecoverOutcome> WrongAsync(StoredLink link, Cedula cedula)
    {
        var ended = await links.EndWrongTryAsync(link.Key, RecoveryCode.TriesAllowed);
        await refusals.NoteAsync(link.Conversation, cedula, "code");
        if (!ended)
            return new RecoverOutcome.WrongCode();
        await turns.TellBlockedAsync(link);
        return Came(new ChangeOutcome.Gone());
    }

    // Of many posts at once the first five are looked at; the others wait for what becomes of those.
    private async Task<TryResult> BeginTryAsync(StoredLink link, CancellationToken cancellationToken)
    {
        for (var glance = 0; glance < Glances; glance++)
        {
            if (await links.BeginTryAsync(link.Key, RecoveryCode.TriesAllowed) is var begun and not TryResult.Busy)
                return begun;
            await Task.Delay(Glance, time, cancellationToken);
        }

        return TryResult.Busy;
    }

    private static RecoverOutcome.Came Came(ChangeOutcome outcome) => new(outcome);
}
