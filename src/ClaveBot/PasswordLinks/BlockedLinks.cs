using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.PasswordLinks;

internal static class BlockedLinks
{
    /// <summary>The chat hears why its link ended, also when the browser that ended it has gone meanwhile.</summary>
    public static Task<TurnOutcome> TellBlockedAsync(this TurnHandler turns, StoredLink link) => turns.HandleAsync(
        link.Conversation, LinkEvents.Blocked(link.Key), new IncomingContent.LinkEnded(LinkEnd.TooManyTries, link.Key), CancellationToken.None);
}
