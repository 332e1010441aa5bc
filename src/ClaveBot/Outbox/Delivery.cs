using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Handoff;
using ClaveBot.Mail;
using ClaveBot.Persons;
using ClaveBot.Redis;

namespace ClaveBot.Outbox;

/// <summary>Gives one item to whom it is for, and keeps its lane's lease meanwhile.</summary>
public sealed class Delivery(LaneStore lanes, IEnumerable<IChannelSender> senders, Lazy<TurnHandler> turns, AccountEvents accounts, CaseEvents cases, IMailer? mailer = null, CodeDelivery? codes = null)
{
    private static readonly TimeSpan Heartbeat = LaneStore.Lease / 3;

    private readonly Dictionary<Channel, IChannelSender> _senders = senders.ToDictionary(sender => sender.Channel);

    /// <summary>What became of it. What may have been sent before is asked for first, where somebody can tell.</summary>
    public async Task<SendResult> DeliverAsync(LeasedLane lane, UnsentItem item, CancellationToken cancellationToken)
    {
        var sending = OnceAsync(lane, item.Item, cancellationToken);
        while (true)
        {
            try
            {
                // A lease is short, so that a crash holds a chat up only shortly; whoever is alive and slow renews it. On the wall's
                // clock, as the lease is on Redis'.
                return await sending.WaitAsync(Heartbeat, TimeProvider.System, cancellationToken);
            }
            catch (TimeoutException) when (!sending.IsCompleted)
            {
                await lanes.RenewAsync(lane);
            }
        }
    }

    private async Task<SendResult> OnceAsync(LeasedLane lane, OutboxItem item, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case OutboxItem.Message { Value: var message } when _senders.TryGetValue(message.To.Channel, out var sender):
                var found = lane.InQuestion is { } question
                    ? await sender.FindAsync(message, question.Since, lane.LastSent, cancellationToken)
                    : null;
                return found ?? await sender.SendAsync(message, cancellationToken);
            case OutboxItem.Unsay { Chat: var chat, Copy: var copy } when _senders.TryGetValue(chat.Channel, out var sender):
                return await sender.UnsayAsync(chat, copy, cancellationToken);
            case OutboxItem.Notice { Value: var mail } when mailer is not null:
                return await mailer.SendAsync(mail, cancellationToken);
            case OutboxItem.Code code when codes is not null:
                return await codes.SendAsync(code, cancellationToken);
            case OutboxItem.Event { To: var to, Id: var id, Says: var says }:
                // Nobody there any more has nothing to be told.
                await turns.Value.HandleAsync(ConversationId.Parse(to), id, new IncomingContent.Told(says), cancellationToken);
                return new SendResult.Sent();
            case OutboxItem.Account { Value: var said }:
                return await accounts.DeliverAsync(lane.Conversation, said, cancellationToken);
            case OutboxItem.Case { Value: var said }:
                return await cases.DeliverAsync(said, cancellationToken);
            default:
                return new SendResult.Undeliverable("that channel is off in the settings");
        }
    }
}
