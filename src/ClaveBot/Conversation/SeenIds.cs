using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ClaveBot.Channels;

namespace ClaveBot.Conversation;

/// <summary>The ids of the last messages, by queue: a message whose id is here is a redelivery.</summary>
public sealed record SeenIds
{
    /// <summary>How many are kept per queue.</summary>
    public const int Kept = 32;

    [JsonPropertyName("t"), JsonConverter(typeof(PackedIds))]
    public IReadOnlyList<long> Texts { get; init; } = [];

    [JsonPropertyName("p"), JsonConverter(typeof(PackedIds))]
    public IReadOnlyList<long> Presses { get; init; } = [];

    [JsonPropertyName("e"), JsonConverter(typeof(PackedIds))]
    public IReadOnlyList<long> Events { get; init; } = [];

    public bool Contains(MessageId id) => Of(id.Queue).Contains(Short(id.Value));

    /// <summary>
    /// Whether it comes from before all that is remembered, so that nobody can tell whether it was handled. Telegram's ids rise within a
    /// queue, except that they may start anywhere after a week without updates; Twilio's are in no order.
    /// </summary>
    /// <param name="id">One that is not remembered.</param>
    /// <param name="sinceLast">How long ago the last message was. Telegram repeats for a day: after two nothing can be so late.</param>
    public bool IsTooLate(MessageId id, TimeSpan sinceLast) =>
        sinceLast < TimeSpan.FromDays(2) && Of(id.Queue) is { Count: Kept } kept && IsNumber(id.Value, out var number) && number < kept.Min();

    /// <summary>The same with one more, the oldest of its queue forgotten.</summary>
    public SeenIds With(MessageId id)
    {
        IReadOnlyList<long> ids = [.. Of(id.Queue).TakeLast(Kept - 1), Short(id.Value)];
        return id.Queue switch
        {
            MessageQueue.Texts => this with { Texts = ids },
            MessageQueue.Presses => this with { Presses = ids },
            _ => this with { Events = ids },
        };
    }

    private IReadOnlyList<long> Of(MessageQueue queue) => queue switch
    {
        MessageQueue.Texts => Texts,
        MessageQueue.Presses => Presses,
        _ => Events,
    };

    // Telegram's ids are numbers; Twilio's are 34 characters, of which 48 bits of hash tell 32 apart well enough: one message in 10^13.
    private static long Short(string id) =>
        IsNumber(id, out var number) ? number : BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) & 0xFFFF_FFFF_FFFF;

    private static bool IsNumber(string id, out long number) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
