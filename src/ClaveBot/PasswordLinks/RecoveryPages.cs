using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Pressure;
using ClaveBot.Redis;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// What the two pages of recovery may do.
/// <list type="bullet">
/// <item>Naming a cédula asks no directory and no mail server: a sealed item goes into the outbox, for everybody's cédula alike, and the
/// sender finds out whether there is anybody to mail. So neither answer nor time tells who exists, is locked or has no mail.</item>
/// <item>Nothing is written without the code. Wrong ones are counted before they are compared.</item>
/// <item>A browser that was closed while the mail was read goes on: the same cédula again, and the code that was mailed still works.</item>
/// </list>
/// </summary>
public sealed class RecoveryPages(LinkStore links, CodeStore codes, PasswordPages pages, RecoveryRunner runner, Refusals refusals, Gate gate, Sealer sealer, KeyRing keys, PauseSwitch pause, TimeProvider time)
{
    /// <summary>Asks for a code. Too many for one person, chat or address are answered in the same way, and not mailed.</summary>
    /// <param name="token">Of the link.</param>
    /// <param name="session">This browser's cookie.</param>
    /// <param name="cedula">Whose.</param>
    /// <param name="another">Also when the one that was mailed still works.</param>
    /// <param name="visitor">Who asks.</param>
    public async Task<AskOutcome> AskAsync(string token, string? session, Cedula cedula, bool another, Visitor visitor)
    {
        try
        {
            if (await pause.NowAsync() is not null)
                return new AskOutcome.Other(new PageView.Unavailable());
            if (LinkToken.KeyOf(token) is not { } key || await links.LookAsync(key) is not { } link)
                return new AskOutcome.Other(new PageView.Gone());
            var view = pages.View(link, PageSession.Open(session, link));
            if (view is not (PageView.Recover or PageView.Code))
                return new AskOutcome.Other(view);
            if (!another && link.State == LinkState.Claimed && ChangeRecovery.WhoOf(sealer, link) == cedula)
                return Asked(cedula, link.Key, link.SessionKey);
            return await AskAsync(link, cedula, visitor);
        }
        catch (StoreUnavailableException)
        {
            return new AskOutcome.Other(new PageView.Unavailable());
        }
    }

    /// <summary>The code that was mailed, and the new clave.</summary>
    public async Task<RecoverOutcome> FinishAsync(string token, string? session, string code, Secret replacement, CancellationToken cancellationToken)
    {
        try
        {
            if (await pause.NowAsync() is not null)
                return new RecoverOutcome.Came(new ChangeOutcome.Unavailable());
            if (LinkToken.KeyOf(token) is not { } key || await links.LookAsync(key) is not { } link)
                return new RecoverOutcome.Came(new ChangeOutcome.Gone());
            var opened = PageSession.Open(session, link);
            return pages.View(link, opened) switch
            {
                PageView.Code or PageView.Unsure or PageView.Changed => await runner.RunAsync(link, opened!, code, replacement, cancellationToken),
                PageView.Recover or PageView.Elsewhere => new RecoverOutcome.Came(new ChangeOutcome.Elsewhere()),
                _ => new RecoverOutcome.Came(new ChangeOutcome.Gone()),
            };
        }
        catch (StoreUnavailableException)
        {
            return new RecoverOutcome.Came(new ChangeOutcome.Unavailable());
        }
    }

    private async Task<AskOutcome> AskAsync(StoredLink link, Cedula cedula, Visitor visitor)
    {
        var now = time.GetUtcNow();
        var mayBeMailed = await gate.EnterAsync(Door.Code, cedula, link.Conversation, visitor) is not null;
        var code = RecoveryCode.New();
        var sessionKey = PageSession.NewKey();
        var asked = await codes.AskAsync(
            link, sessionKey, ChangeRecovery.SealWho(sealer, link.Key, cedula), RecoveryCode.HashOf(code, link.Key, keys), now + RecoveryCode.Life,
            new(cedula.Digits, code, mayBeMailed ? now + RecoveryCode.Life : now));
        if (asked == AskResult.Enough || (asked == AskResult.Asked && !mayBeMailed))
            await refusals.NoteAsync(link.Conversation, cedula, asked == AskResult.Enough ? "code-link" : "code-limit");
        return asked switch
        {
            AskResult.Asked => Asked(cedula, link.Key, sessionKey),
            AskResult.Enough => new AskOutcome.Enough(),
            _ => new AskOutcome.Other(new PageView.Gone()),
        };
    }

    private static AskOutcome.Asked Asked(Cedula cedula, LinkKey link, byte[] sessionKey) =>
        new(new PageSession(cedula.Digits, Current: null).Seal(link, sessionKey));
}
