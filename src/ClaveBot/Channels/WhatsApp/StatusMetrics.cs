using System.Diagnostics.Metrics;
using System.Globalization;
using ClaveBot.Outbox;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>What became of WhatsApp messages, in numbers.</summary>
public sealed class StatusMetrics
{
    private static readonly (MessageRank Rank, string Name)[] Names =
        [(MessageRank.Sent, "sent"), (MessageRank.Delivered, "delivered"), (MessageRank.Read, "read")];

    private readonly Meter _meter;
    private readonly Counter<long> _reached;
    private readonly Counter<long> _failed;

    public StatusMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(OutboxMetrics.MeterName);
        _reached = _meter.CreateCounter<long>("clavebot.whatsapp.status", "{message}", "Messages that came so far, by Twilio's status callbacks; each counts once for each status.");
        _failed = _meter.CreateCounter<long>("clavebot.whatsapp.failed", "{message}", "Accepted by Twilio and not delivered, by Twilio's error code.");
    }

    /// <summary>A message came further: what lies between is implied, as who read it was sent it.</summary>
    internal void Became(MessageRank before, MessageRank rank, int code)
    {
        if (rank == MessageRank.Failed)
        {
            _failed.Add(1, new KeyValuePair<string, object?>("code", code.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        foreach (var passed in Names.Where(name => name.Rank > before && name.Rank <= rank))
            _reached.Add(1, new KeyValuePair<string, object?>("status", passed.Name));
    }
}
