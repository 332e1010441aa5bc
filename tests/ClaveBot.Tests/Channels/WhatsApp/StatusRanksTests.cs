using ClaveBot.Channels.WhatsApp;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class StatusRanksTests
{
    [Fact]
    public void However_they_come_the_latest_stands_and_nothing_counts_twice()
    {
        MessageRank[] told = [MessageRank.Sent, MessageRank.Delivered, MessageRank.Read, MessageRank.Sent, MessageRank.Failed];
        for (var seed = 0; seed < 100; seed++)
        {
            var ranks = new StatusRanks();
            var known = MessageRank.Accepted;
            foreach (var rank in told.OrderBy(_ => _, Comparer<MessageRank>.Create((a, b) => HashCode.Combine(a, seed).CompareTo(HashCode.Combine(b, seed)))))
            {
                var rises = ranks.Rises("SM01", rank, out var before);

                before.ShouldBe(known);
                rises.ShouldBe(rank > known);
                known = rises ? rank : known;
            }

            known.ShouldBe(MessageRank.Read);
        }
    }

    [Fact]
    public void Only_the_last_messages_are_remembered()
    {
        var ranks = new StatusRanks();
        for (var i = 0; i <= StatusRanks.Kept; i++)
            ranks.Rises($"SM{i}", MessageRank.Read, out _).ShouldBeTrue();

        ranks.Rises($"SM{StatusRanks.Kept}", MessageRank.Read, out _).ShouldBeFalse();
        ranks.Rises("SM1", MessageRank.Read, out _).ShouldBeFalse();
        ranks.Rises("SM0", MessageRank.Sent, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("accepted")]
    [InlineData("sending")]
    [InlineData("")]
    [InlineData("a-new-word")]
    public void What_says_nothing_new_has_no_rank(string status) => MessageRanks.Of(status).ShouldBeNull();
}
