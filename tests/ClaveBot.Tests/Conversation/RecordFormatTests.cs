using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.Tests.Conversation;

public sealed class RecordFormatTests
{
    private static readonly ConversationRecord New = new() { Chat = new(Channel.Telegram, "42") };

    [Fact]
    public void What_is_written_is_read()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
        var record = New with { State = State.LinkSent, Turn = 7, LastMessageAt = now, Link = new("nonce", now.AddMinutes(10)), Seen = Seen(MessageQueue.Texts, "5") };

        var read = RecordFormat.ReadRecord(RecordFormat.Write(record));

        read.ShouldBe(record with { Seen = read.Seen });
        read.Seen.Texts.ShouldBe([5]);
    }

    [Theory]
    [InlineData]
    [InlineData(0L)]
    [InlineData(1L, 2L, 3L)]
    [InlineData(900_000_001L, 900_000_007L, 30_000_000_000L, 5L)]
    [InlineData(long.MaxValue, long.MinValue, 0L, -1L, long.MaxValue)]
    public void Ids_survive_packing(params long[] ids)
    {
        var read = RecordFormat.ReadRecord(RecordFormat.Write(New with { Seen = new() { Texts = ids, Events = ids } }));

        read.Seen.Texts.ShouldBe(ids);
        read.Seen.Presses.ShouldBeEmpty();
        read.Seen.Events.ShouldBe(ids);
    }

    [Fact]
    public void Both_channels_ids_are_found_again()
    {
        foreach (var id in (string[])["123456789", "SM00000000000000000000000000000001", "recovered:7"])
        {
            var record = RecordFormat.ReadRecord(RecordFormat.Write(New with { Seen = Seen(MessageQueue.Texts, id) }));

            record.Seen.Contains(new(MessageQueue.Texts, id)).ShouldBeTrue();
            record.Seen.Contains(new(MessageQueue.Presses, id)).ShouldBeFalse();
            record.Seen.Contains(new(MessageQueue.Texts, id + "0")).ShouldBeFalse();
        }
    }

    /// <summary>With keys, due entry and sealing about 300 bytes are added; the budget of an idle conversation is 600.</summary>
    [Fact]
    public void A_long_conversation_stays_small()
    {
        var seen = new SeenIds();
        for (var i = 0; i < 100; i++)
            seen = seen.With(new(MessageQueue.Texts, (900_000_000L + (i * 5_000L)).ToString(CultureInfo.InvariantCulture)));

        RecordFormat.Write(New with { Chat = new(Channel.Telegram, "7000000001"), Seen = seen, Turn = 100, LastMessageAt = DateTimeOffset.UnixEpoch.AddYears(56) })
            .Length.ShouldBeLessThan(220);
    }

    private static SeenIds Seen(MessageQueue queue, string id) => new SeenIds().With(new(queue, id));
}
