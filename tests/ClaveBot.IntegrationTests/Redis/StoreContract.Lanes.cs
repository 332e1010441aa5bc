using ClaveBot.Outbox;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Redis;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_turn_that_commits_while_another_sends_leaves_its_message_to_that_sender()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record, "uno")));
        var second = await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "dos")));

        var lane = first.Lanes.ShouldHaveSingleItem();
        second.Lanes.ShouldBeEmpty();
        var left = (await _store.Lanes.SentAsync(lane, lane.Items![0], default)).ShouldNotBeNull().Left;

        TextOf(left.ShouldHaveSingleItem()).ShouldBe("dos");
        (await _store.Lanes.SentAsync(lane, left[0], default))!.Left.ShouldBe([]);
    }

    [Fact]
    public async Task A_lane_has_one_sender_at_a_time()
    {
        var (id, record) = Somebody();
        await CommittedAsync(Turn(id, record, Message(record)));

        (await _store.Lanes.TakeAsync(id, Lane.Chat)).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_sender_gave_back_is_taken_up_in_order_with_the_tries_counted()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record, "uno")));
        await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "dos")));
        await _store.Lanes.PostponeAsync(first.Lanes[0], TimeSpan.Zero, new(IsFailure: true));

        (await _store.Due.ReadAsync()).ShouldContain(new DueEntry.Unsent(id, Lane.Chat));
        var taken = (await _store.Lanes.TakeAsync(id, Lane.Chat)).ShouldNotBeNull();

        taken.Tries.ShouldBe(1);
        taken.Items!.Select(TextOf).ShouldBe(["uno", "dos"]);
    }

    [Fact]
    public async Task A_sender_that_lost_its_lease_marks_nothing()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record)));
        await _store.Lanes.PostponeAsync(first.Lanes[0], TimeSpan.Zero, new(IsFailure: true));
        await _store.Lanes.TakeAsync(id, Lane.Chat);

        (await _store.Lanes.SentAsync(first.Lanes[0], first.Lanes[0].Items![0], default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_lane_that_waits_is_not_overtaken_by_a_new_turn()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record, "uno")));
        await _store.Lanes.PostponeAsync(first.Lanes[0], TimeSpan.FromMinutes(1), new(IsFailure: true));

        (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "dos")))).Lanes.ShouldBeEmpty();
    }

    private async Task<CommitResult.Committed> CommittedAsync(Commit commit) =>
        (await _store.Conversations.CommitAsync(commit)).ShouldBeOfType<CommitResult.Committed>();

    private static string TextOf(UnsentItem item) => ((OutboxItem.Message)item.Item).Value.Text;
}
