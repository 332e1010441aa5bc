using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Persons;
using ClaveBot.Pressure;
using ClaveBot.Redis;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// What the two pages behind a one-time link may do.
/// <list type="bullet">
/// <item>Looking changes nothing, whoever looks and how often.</item>
/// <item>Only the right cédula and current clave take the link, for one browser; a wrong pair keeps it, up to a number.</item>
/// <item>Only that browser goes on to the directory; of many posts at once, one does.</item>
/// <item>"Changed" is said only after the directory took the new clave and refused the old one; unsure is said as unsure.</item>
/// </list>
/// </summary>
public sealed class PasswordPages(
    LinkStore links, TurnHandler turns, Sealer sealer, Gate gate, PauseSwitch pause, PasswordRules rules, Refusals refusals, KeyRing keys, TimeProvider time, IAccountDirectory? directory = null)
{
    private readonly ChangeRunner _runner = new(links, turns, rules, refusals, time);

    /// <summary>What this browser may see.</summary>
    public async Task<PageView> LookAsync(string token, string? session, CancellationToken cancellationToken)
    {
        try
        {
            if (await pause.NowAsync() is not null)
                return new PageView.Unavailable();
            return LinkToken.KeyOf(token) is { } key && await links.LookAsync(key) is { } link
                ? View(link, PageSession.Open(session, link))
                : new PageView.Gone();
        }
        catch (StoreUnavailableException)
        {
            return new PageView.Unavailable();
        }
    }

    /// <summary>Step 4: the clave is proven, and this browser gets the link.</summary>
    public async Task<ProveOutcome> ProveAsync(string token, Cedula cedula, Secret current, Visitor visitor, CancellationToken cancellationToken)
    {
        try
        {
            if (await pause.NowAsync() is not null)
                return new ProveOutcome.Unavailable();
            if (directory is null || LinkToken.KeyOf(token) is not { } key || await links.LookAsync(key) is not { } link)
                return new ProveOutcome.Gone();
            return View(link, null) switch
            {
                PageView.Prove => await ProveAsync(directory, link, cedula, current, visitor, cancellationToken),
                PageView.Elsewhere => new ProveOutcome.Elsewhere(),
                _ => new ProveOutcome.Gone(),
            };
        }
        catch (StoreUnavailableException)
        {
            return new ProveOutcome.Unavailable();
        }
    }

    /// <summary>Step 5: the new clave goes to the directory.</summary>
    public async Task<ChangeOutcome> ChangeAsync(string token, string? session, Secret replacement, CancellationToken cancellationToken)
    {
        try
        {
            if (await pause.NowAsync() is not null)
                return new ChangeOutcome.Unavailable();
            if (directory is null || LinkToken.KeyOf(token) is not { } key || await links.LookAsync(key) is not { } link)
                return new ChangeOutcome.Gone();
            var opened = PageSession.Open(session, link);
            return View(link, opened) switch
            {
                PageView.Choose or PageView.Unsure or PageView.Changed => await _runner.RunAsync(directory, link, opened!, replacement, cancellationToken),
                PageView.Elsewhere or PageView.Prove => new ChangeOutcome.Elsewhere(),
                _ => new ChangeOutcome.Gone(),
            };
        }
        catch (StoreUnavailableException)
        {
            return new ChangeOutcome.Unavailable();
        }
    }

    /// <summary>"Necesito más tiempo", from whoever may go on with the link. It is no try and consumes nothing.</summary>
    public async Task ExtendAsync(string token, string? session)
    {
        if (await pause.NowAsync() is null && LinkToken.KeyOf(token) is { } key && await links.LookAsync(key) is { } link)
            await links.ExtendAsync(link, holds: PageSession.Open(session, link) is not null);
    }

    internal PageView View(StoredLink link, PageSession? session) => PageViews.Of(link, session, time.GetUtcNow(), links.LastDeadline(link));

    private async Task<ProveOutcome> ProveAsync(
        IAccountDirectory accounts, StoredLink link, Cedula cedula, Secret current, Visitor visitor, CancellationToken cancellationToken)
    {
        switch (await links.BeginTryAsync(link.Key))
        {
            case TryResult.Gone:
                return new ProveOutcome.Gone();
            case TryResult.Ended:
                await turns.TellBlockedAsync(link);
                return new ProveOutcome.Gone();
            case TryResult.Busy:
                return new ProveOutcome.Unavailable();
        }

        // Too many tries look like a wrong clave, for a cédula that is somebody's and for one that is nobody's; the directory is not asked.
        var pass = await gate.EnterAsync(Door.Proof, cedula, link.Conversation, visitor);
        var verified = pass is null ? new VerifyResult.Refused() : await accounts.VerifyAsync(cedula, current, pass.Asker, cancellationToken);
        if (pass is not null && verified is (VerifyResult.Proven or VerifyResult.Unavailable))
            await gate.LeaveAsync(pass);
        if (verified is VerifyResult.Unavailable)
        {
            await links.GiveTryBackAsync(link.Key);
            return new ProveOutcome.Unavailable();
        }

        if (verified is not VerifyResult.Proven proven)
        {
            if (await links.EndWrongTryAsync(link.Key))
                await turns.TellBlockedAsync(link);
            await refusals.NoteAsync(link.Conversation, cedula, pass is null ? "limit" : verified is VerifyResult.Held ? "held" : "wrong");
            return new ProveOutcome.Refused();
        }

        // First of all the chat learns whose it is: from now on changes elsewhere can be told to it.
        await turns.HandleAsync(
            link.Conversation, LinkEvents.Proven(link.Key, PersonKey.Of(cedula, keys)), new IncomingContent.ClaveProven(cedula), cancellationToken);

        var sessionKey = PageSession.NewKey();
        var claim = await links.ClaimAsync(link.Key, sessionKey, ChangeRecovery.SealWho(sealer, link.Key, cedula));
        return claim switch
        {
            ClaimResult.Claimed => new ProveOutcome.Claimed(
                new PageSession(cedula.Digits, current.Reveal(), proven.Reason).Seal(link.Key, sessionKey), await gate.RememberAsync(cedula, link.Conversation, visitor)),
            ClaimResult.Elsewhere => new ProveOutcome.Elsewhere(),
            _ => new ProveOutcome.Gone(),
        };
    }
}
