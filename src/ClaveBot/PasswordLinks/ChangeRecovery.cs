using System.Text;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Redis;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// Finds out what became of a change whose process died or whose answer got lost: a new change marker means that it was written,
/// and is told as any change; the old one, seen for a while, frees the link; no answer means to ask again later.
/// </summary>
public sealed class ChangeRecovery(LinkStore links, DueIndex due, TurnHandler turns, Sealer sealer, TimeProvider time, IAccountDirectory? directory = null)
{
    /// <summary>Looks at one change that nobody has settled.</summary>
    public async Task LookAsync(DueEntry.Change entry, CancellationToken cancellationToken)
    {
        if (await links.LookAsync(entry.Link) is not { State: LinkState.Changing } link || WhoOf(sealer, link) is not { } cedula)
        {
            await due.RemoveAsync(entry);
            return;
        }

        if (directory is null || time.GetUtcNow() < link.At + LinkStore.ChangeTimeout)
        {
            await due.PostponeAsync(entry, LinkStore.ChangeTimeout);
            return;
        }

        switch (await directory.ReadAsync(cedula, cancellationToken))
        {
            case ReadResult.Found found when found.Marker != link.Marker:
                var settlement = new Settlement(link.Key, found.Person, time.GetUtcNow()) { Expires = found.Expires };
                await turns.HandleAsync(link.Conversation, LinkEvents.Changed(link.Key), new IncomingContent.ClaveChanged(settlement), cancellationToken);
                break;
            case ReadResult.Found:
                await links.SeenUnchangedAsync(link);
                break;
            default:
                await links.NotSeenAsync(link);
                await due.PostponeAsync(entry, LinkStore.ChangeTimeout);
                break;
        }
    }

    /// <summary>Who claimed, sealed for one link.</summary>
    internal static byte[] SealWho(Sealer sealer, LinkKey link, Cedula cedula) =>
        sealer.Seal(Encoding.ASCII.GetBytes(cedula.Digits), Purpose(link));

    /// <summary>Null when nobody has, or the key that sealed it is gone.</summary>
    internal static Cedula? WhoOf(Sealer sealer, StoredLink link) =>
        sealer.TryOpen(link.Who, Purpose(link.Key), out var plain) && Cedula.TryParse(Encoding.ASCII.GetString(plain), out var cedula) ? cedula : null;

    private static byte[] Purpose(LinkKey link) => Encoding.ASCII.GetBytes("who|" + link.Hash);
}
