using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// What became of WhatsApp messages after Twilio had accepted them. It is counted, and a chat that takes nothing any more is remembered; what
/// is told twice, or after something later, changes nothing. Which were told is kept by each instance alone: nothing but a count hangs on it.
/// </summary>
public sealed class MessageStatuses(StatusRanks ranks, StatusMetrics metrics, Reachability reachability, KeyRing keys, ILogger<MessageStatuses> log)
{
    /// <summary>Takes one status callback.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away: who blocked the bot is not remembered.</exception>
    public async Task HearAsync(MessageStatus said)
    {
        if (MessageRanks.Of(said.Status) is not { } rank || !ranks.IsNews(said.Sid, rank))
            return;
        // First: what is told again because this failed must be news then.
        if (rank == MessageRank.Failed && TakesNothing(said.Code) && said is { To.Length: > 0, SentAt: { } sentAt })
            await reachability.LostAsync(ConversationId.Of(new(Channel.WhatsApp, said.To), keys), sentAt);
        if (!ranks.Rises(said.Sid, rank, out var before))
            return;
        metrics.Became(before, rank, said.Code);
        if (rank != MessageRank.Failed)
            return;
        if (IsAboutButtons(said.Code) && ranks.IsFirst(said.Code))
            log.ButtonsNotDelivered(said.Code);
    }

    private static bool TakesNothing(int code) => code is 63014 or 63024 or 21610;

    private static bool IsAboutButtons(int code) => code is 63005 or 63013 or 63021;
}

/// <summary>A status callback of Twilio's.</summary>
/// <param name="Sid">The message.</param>
/// <param name="Status">In Twilio's words.</param>
/// <param name="Code">Why it failed; 0 when it did not.</param>
/// <param name="To">Whom it was for, as in <see cref="ChatAddress.Id"/>.</param>
/// <param name="SentAt">When its send began; null when nobody says.</param>
public sealed record MessageStatus(string Sid, string Status, int Code, string To, DateTimeOffset? SentAt)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(status)";
}
