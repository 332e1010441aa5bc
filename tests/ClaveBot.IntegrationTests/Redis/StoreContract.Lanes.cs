using ClaveBot.Handoff;
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

    [Fact]
    public async Task What_waits_for_its_budget_lets_a_new_turn_take_the_lane_up()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record, "uno")));
        await _store.Lanes.PostponeAsync(first.Lanes[0], TimeSpan.FromMinutes(1), new(LetsAnswersPass: true));

        var lane = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "dos")))).Lanes.ShouldHaveSingleItem();
        lane.Items.ShouldBeNull();
        (await _store.Lanes.TakeAsync(id, Lane.Chat))!.Items!.Select(TextOf).ShouldBe(["uno", "dos"]);
    }

    [Fact]
    public async Task A_lane_waits_by_the_bots_clock_and_to_the_millisecond()
    {
        var (id, record) = Somebody();
        var first = await CommittedAsync(Turn(id, record, Message(record)));
        await _store.Lanes.PostponeAsync(first.Lanes[0], TimeSpan.FromSeconds(30), new(IsFailure: true));

        _time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromMilliseconds(1));
        (await _store.Lanes.TakeAsync(id, Lane.Chat)).ShouldBeNull();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await _store.Lanes.TakeAsync(id, Lane.Chat)).ShouldNotBeNull().Tries.ShouldBe(1);
    }

    [Fact]
    public async Task What_may_have_been_sent_stays_in_question_until_it_is_marked()
    {
        var (id, record) = Somebody();
        var first = (await CommittedAsync(Turn(id, record, Message(record)))).Lanes[0];
        var order = first.Items![0].Order;
        await _store.Lanes.PostponeAsync(first, TimeSpan.Zero, new(IsFailure: true, InQuestion: new(Start, order)));

        var taken = (await _store.Lanes.TakeAsync(id, Lane.Chat)).ShouldNotBeNull();
        taken.InQuestion.ShouldBe(new SendInQuestion(Start, order));
        await _store.Lanes.SentAsync(taken, taken.Items![0], default);

        var next = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record)))).Lanes[0];
        next.InQuestion.ShouldBeNull();
    }

    [Fact]
    public async Task A_conversation_remembers_the_id_of_its_last_message_over_any_turn_until_the_next_one()
    {
        var (id, record) = Somebody();
        var lane = (await CommittedAsync(Turn(id, record, Message(record)))).Lanes[0];
        (await _store.Lanes.SentAsync(lane, lane.Items![0], new(Id: 41)))!.Before.ShouldBe(0);

        var next = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record)))).Lanes[0];
        (await _store.Lanes.SentAsync(next, next.Items![0], new(Id: 42)))!.Before.ShouldBe(41);
        var last = (await CommittedAsync(Turn(id, record with { Revision = 2 }, Message(record)))).Lanes[0];
        await _store.Lanes.PostponeAsync(last, TimeSpan.Zero, new(IsFailure: true));
        (await _store.Lanes.TakeAsync(id, Lane.Chat))!.LastSent.ShouldBe(42);
    }

    [Fact]
    public async Task A_message_that_is_marked_after_its_conversation_is_gone_brings_nothing_back()
    {
        var (id, record) = Somebody();
        var lane = (await CommittedAsync(Turn(id, record, Message(record)))).Lanes[0];
        await ((RedisConnection)_open[0]).RunAsync(db => db.KeyDeleteAsync($"{{{id.Shard}}}:c:{id.Text}"));

        await _store.Lanes.SentAsync(lane, lane.Items![0], new(Id: 41));

        (await _store.Conversations.LoadAsync(id)).ShouldBeNull();
        (await ((RedisConnection)_open[0]).RunAsync(db => db.KeyExistsAsync($"{{{id.Shard}}}:c:{id.Text}"))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_sent_on_a_day_is_counted_over_all_shards()
    {
        var day = new DateOnly(2030, 1, 7);
        for (var i = 0; i < 5; i++)
        {
            var (id, record) = Somebody();
            var lane = (await CommittedAsync(Turn(id, record, Message(record)))).Lanes[0];
            await _store.Lanes.SentAsync(lane, lane.Items![0], new(CountOn: day));
        }

        var counter = new SentCounter((RedisConnection)_open[0]);
        (await counter.SumAsync(day)).ShouldBe(5);
        (await counter.SumAsync(day.AddDays(1))).ShouldBe(0);
    }

    [Fact]
    public async Task Missed_messages_are_fetched_by_one_instance_at_a_time()
    {
        var (here, there) = (new InboxStore((RedisConnection)_open[0]), new InboxStore((RedisConnection)_open[0]));

        (await here.AloneAsync(async () => (await there.AloneAsync(() => Task.CompletedTask)).ShouldBeFalse())).ShouldBeTrue();

        (await there.AloneAsync(() => Task.CompletedTask)).ShouldBeTrue();
        (await here.TakenUntilAsync()).ShouldBeNull();
        await here.SetTakenUntilAsync(Start);
        (await there.TakenUntilAsync()).ShouldBe(Start);
    }

    private async Task<CommitResult.Committed> CommittedAsync(Commit commit) =>
        (await _store.Conversations.CommitAsync(commit)).ShouldBeOfType<CommitResult.Committed>();

    private static string TextOf(UnsentItem item) => ((OutboxItem.Message)item.Item).Value.Text;

    [Fact]
    public async Task L3_an_erasure_takes_what_the_person_wrote_out_of_the_lanes_and_leaves_what_others_must_hear()
    {
        var (id, record) = Somebody();
        var leases = (await CommittedAsync(Turn(id, record, Message(record, "antes")) with
        {
            Unsaid = [new(record.Chat, "42")],
            Events =
            [
                new OutboxItem.Case(new() { Id = "1", Kind = CaseEventKind.Asked, Case = id.Text, Text = "mi caso" }),
                new OutboxItem.Case(new() { Id = "2", Kind = CaseEventKind.Left, Case = id.Text }),
            ],
        })).Lanes;

        await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "borré")) with { Erases = true });

        (await TakenAsync(Lane.Chat)).Select(item => item.Item is OutboxItem.Unsay ? "(unsay)" : TextOf(item)).ShouldBe(["(unsay)", "borré"]);
        (await TakenAsync(Lane.Events)).Select(item => ((OutboxItem.Case)item.Item).Value.Kind).ShouldBe([CaseEventKind.Left]);

        async Task<IReadOnlyList<UnsentItem>> TakenAsync(Lane lane)
        {
            await _store.Lanes.PostponeAsync(leases.Single(leased => leased.Lane == lane), TimeSpan.Zero, default);
            return (await _store.Lanes.TakeAsync(id, lane)).ShouldNotBeNull().Items!;
        }
    }
}
