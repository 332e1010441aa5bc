using ClaveBot.Conversation;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;

namespace ClaveBot.IntegrationTests.Redis;

public abstract partial class StoreContract
{
    private static readonly TimeSpan Cap = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Of_fifty_claims_at_once_one_wins()
    {
        var (_, _, key) = await LinkedAsync();
        var stores = Enumerable.Range(0, Connections).Select(_ => Connect()).ToList();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => stores[i % Connections].Links.ClaimAsync(key, PageSession.NewKey(), [1]))));

        results.Count(result => result == ClaimResult.Claimed).ShouldBe(1);
        results.Count(result => result == ClaimResult.Elsewhere).ShouldBe(49);
    }

    [Fact]
    public async Task Of_fifty_changes_at_once_from_the_browser_that_won_one_begins()
    {
        var (_, _, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var link = (await _store.Links.LookAsync(key))!;
        var stores = Enumerable.Range(0, Connections).Select(_ => Connect()).ToList();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => stores[i % Connections].Links.BeginChangeAsync(link, "1"))));

        results.Count(result => result == BeginResult.Begun).ShouldBe(1);
        results.Count(result => result == BeginResult.UnderWay).ShouldBe(49);
    }

    [Fact]
    public async Task S5_deadlines_count_to_the_second_from_being_sent()
    {
        var (id, record, key) = await LinkedAsync();
        var lane = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "enlace", key)))).Lanes[0];
        _time.Advance(TimeSpan.FromMinutes(2));
        await _store.Lanes.SentAsync(lane, lane.Items![0], new(key));

        (await _store.Links.LookAsync(key))!.Deadline.ShouldBe(Start.AddMinutes(12));
        _time.SetUtcNow(Start.AddMinutes(12).AddSeconds(-1));
        (await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1])).ShouldBe(ClaimResult.Claimed);
        _time.SetUtcNow(Start.AddMinutes(12).AddSeconds(1));
        (await _store.Links.BeginChangeAsync((await _store.Links.LookAsync(key))!, "1")).ShouldBe(BeginResult.Gone);
    }

    [Fact]
    public async Task S5_nothing_begins_after_the_deadline()
    {
        var (_, _, key) = await LinkedAsync();
        _time.Advance(Cap - TimeSpan.FromSeconds(1));
        (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Begun);

        _time.Advance(TimeSpan.FromSeconds(2));
        (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Gone);
        (await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1])).ShouldBe(ClaimResult.Gone);
        (await _store.Links.ExtendAsync((await _store.Links.LookAsync(key))!, holds: false)).ShouldBeFalse();
        (await _store.Links.LookAsync(key))!.State.ShouldBe(LinkState.Issued);
    }

    [Fact]
    public async Task More_time_is_kept_when_the_link_is_sent_once_more_and_ends_at_its_cap()
    {
        var (id, record, key) = await LinkedAsync();
        var life = TimeSpan.FromMinutes(10);
        (await _store.Links.ExtendAsync((await _store.Links.LookAsync(key))!, holds: false)).ShouldBeTrue();
        (await _store.Links.LookAsync(key))!.Deadline.ShouldBe(Start + Cap + life);
        var lane = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "enlace", key)))).Lanes[0];
        await _store.Lanes.SentAsync(lane, lane.Items![0], new(key));
        (await _store.Links.LookAsync(key))!.Deadline.ShouldBe(Start + Cap + life);

        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var link = (await _store.Links.LookAsync(key))!;
        (await _store.Links.ExtendAsync(link, holds: false)).ShouldBeFalse();
        (await _store.Links.ExtendAsync(link, holds: true)).ShouldBeTrue();
        (await _store.Links.LookAsync(key))!.Deadline.ShouldBe(Start + (life * LinkStore.LongestLives));
        (await _store.Links.ExtendAsync(link, holds: true)).ShouldBeFalse();
    }

    [Fact]
    public async Task Tries_whose_askers_all_died_end_the_link_instead_of_keeping_it_busy()
    {
        var (_, _, key) = await LinkedAsync();
        for (var i = 0; i < LinkStore.TriesAllowed; i++)
            await _store.Links.BeginTryAsync(key);
        (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Busy);

        _time.Advance(LinkStore.ChangeTimeout + TimeSpan.FromSeconds(1));

        (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Ended);
        (await _store.Links.LookAsync(key))!.Reason.ShouldBe(LinkEnd.TooManyTries);
    }

    [Fact]
    public async Task A_link_sent_late_ends_at_its_cap()
    {
        var (id, record, key) = await LinkedAsync();
        var lane = (await CommittedAsync(Turn(id, record with { Revision = 1 }, Message(record, "enlace", key)))).Lanes[0];
        _time.Advance(TimeSpan.FromMinutes(9));
        await _store.Lanes.SentAsync(lane, lane.Items![0], new(key));

        (await _store.Links.LookAsync(key))!.Deadline.ShouldBe(Start + Cap);
    }

    [Fact]
    public async Task A_change_settles_once()
    {
        var (id, record, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var settle = Turn(id, record with { Revision = 1 }) with { Close = new(key, LinkCloseMode.Settle) };

        await _store.Links.BeginChangeAsync((await _store.Links.LookAsync(key))!, "1");
        (await _store.Conversations.CommitAsync(settle)).ShouldBeOfType<CommitResult.Committed>();
        (await _store.Conversations.CommitAsync(settle with { Record = record with { Revision = 2 } })).ShouldBeOfType<CommitResult.LinkMoved>();
    }

    [Fact]
    public async Task A_change_that_was_taken_for_dead_and_ends_well_is_settled_all_the_same()
    {
        var (id, record, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var link = (await _store.Links.LookAsync(key))!;
        await _store.Links.BeginChangeAsync(link, "1");
        await _store.Links.ReleaseAsync(link);

        await CommittedAsync(Turn(id, record with { Revision = 1 }) with { Close = new(key, LinkCloseMode.Settle) });

        (await _store.Links.LookAsync(key))!.State.ShouldBe(LinkState.Used);
    }

    [Fact]
    public async Task A_change_under_way_is_kept_until_a_directory_that_is_away_is_back()
    {
        var (id, record, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var link = (await _store.Links.LookAsync(key))!;

        await _store.Links.BeginChangeAsync(link, "1");
        (await KeptForAsync(key)).ShouldBeGreaterThan(TimeSpan.FromDays(29));
        await _store.Links.ReleaseAsync(link);
        (await KeptForAsync(key)).ShouldBeLessThan(TimeSpan.FromHours(2));
        await _store.Links.BeginChangeAsync(link, "1");
        await CommittedAsync(Turn(id, record with { Revision = 1 }) with { Close = new(key, LinkCloseMode.Settle) });
        (await KeptForAsync(key)).ShouldBeLessThan(TimeSpan.FromHours(2));

        async Task<TimeSpan> KeptForAsync(LinkKey link) => (await ((RedisConnection)_open[0]).RunAsync(db => db.KeyTimeToLiveAsync(link.RedisKey))).ShouldNotBeNull();
    }

    /// <summary>S15: one look is not enough, and a directory that is away in between begins the time anew.</summary>
    [Fact]
    public async Task S15_a_change_counts_as_not_written_only_when_the_account_was_seen_unchanged_for_a_while()
    {
        var (id, _, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        var link = (await _store.Links.LookAsync(key))!;
        await _store.Links.BeginChangeAsync(link, "1");
        async Task<LinkState> SeenAfterAsync(TimeSpan wait)
        {
            _time.Advance(wait);
            await _store.Links.SeenUnchangedAsync(link);
            return (await _store.Links.LookAsync(key))!.State;
        }

        (await SeenAfterAsync(LinkStore.ChangeTimeout)).ShouldBe(LinkState.Changing);
        (await _store.Due.ReadAsync()).ShouldNotContain(new DueEntry.Change(id, key));
        (await SeenAfterAsync(LinkStore.UnchangedFor - TimeSpan.FromMilliseconds(1))).ShouldBe(LinkState.Changing);
        await _store.Links.NotSeenAsync(link);
        (await SeenAfterAsync(LinkStore.UnchangedFor)).ShouldBe(LinkState.Changing);
        _time.Advance(LinkStore.UnchangedFor);
        (await _store.Due.ReadAsync()).ShouldContain(new DueEntry.Change(id, key));
        (await SeenAfterAsync(TimeSpan.Zero)).ShouldBe(LinkState.Claimed);
        (await _store.Due.ReadAsync()).ShouldNotContain(new DueEntry.Change(id, key));

        // The next change begins its own time.
        await _store.Links.BeginChangeAsync(link, "1");
        (await SeenAfterAsync(LinkStore.UnchangedFor)).ShouldBe(LinkState.Changing);
    }

    [Fact]
    public async Task A_change_under_way_is_neither_replaced_nor_expired()
    {
        var (id, record, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        await _store.Links.BeginChangeAsync((await _store.Links.LookAsync(key))!, "1");
        _time.Advance(Cap);

        await CommittedAsync(Turn(id, record with { Revision = 1 }) with { Close = new(key, LinkCloseMode.Replace, LinkEnd.Replaced) });
        (await _store.Conversations.CommitAsync(Turn(id, record with { Revision = 2 }) with { Close = new(key, LinkCloseMode.Expire, LinkEnd.Expired) }))
            .ShouldBeOfType<CommitResult.LinkMoved>();

        (await _store.Links.LookAsync(key))!.State.ShouldBe(LinkState.Changing);
        (await _store.Due.ReadAsync()).ShouldContain(new DueEntry.Change(id, key));
    }

    [Fact]
    public async Task The_last_wrong_try_ends_the_link_and_is_told_once()
    {
        var (_, _, key) = await LinkedAsync();

        var last = new List<bool>();
        for (var i = 0; i < LinkStore.TriesAllowed + 5; i++)
        {
            (await _store.Links.BeginTryAsync(key)).ShouldBe(i < LinkStore.TriesAllowed ? TryResult.Begun : TryResult.Gone);
            last.Add(await _store.Links.EndWrongTryAsync(key));
        }

        last.Count(isLast => isLast).ShouldBe(1);
        last.IndexOf(true).ShouldBe(LinkStore.TriesAllowed - 1);
        (await _store.Links.LookAsync(key))!.State.ShouldBe(LinkState.Ended);
    }

    [Fact]
    public async Task Of_a_hundred_tries_at_once_no_more_begin_than_a_link_allows()
    {
        var (_, _, key) = await LinkedAsync();
        var stores = Enumerable.Range(0, Connections).Select(_ => Connect()).ToList();

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => stores[i % Connections].Links.BeginTryAsync(key))));

        results.Count(result => result == TryResult.Begun).ShouldBe(LinkStore.TriesAllowed);
        results.Count(result => result == TryResult.Busy).ShouldBe(100 - LinkStore.TriesAllowed);
    }

    [Fact]
    public async Task Tries_given_back_and_right_ones_do_not_count()
    {
        var (_, _, key) = await LinkedAsync();

        for (var i = 0; i < LinkStore.TriesAllowed + 5; i++)
        {
            (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Begun);
            await _store.Links.GiveTryBackAsync(key);
        }

        for (var i = 0; i < LinkStore.TriesAllowed; i++)
            await _store.Links.BeginTryAsync(key);
        (await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1])).ShouldBe(ClaimResult.Claimed);
        (await _store.Links.BeginTryAsync(key)).ShouldBe(TryResult.Begun);
    }

    [Fact]
    public async Task A_claim_that_was_not_used_frees_the_link_again()
    {
        var (_, _, key) = await LinkedAsync();
        await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1]);
        _time.Advance(LinkStore.ClaimLife);

        (await _store.Links.ClaimAsync(key, PageSession.NewKey(), [1])).ShouldBe(ClaimResult.Claimed);
    }

    private async Task<(ConversationId Id, ConversationRecord Record, LinkKey Key)> LinkedAsync()
    {
        var (id, record) = Somebody();
        var key = LinkToken.KeyOf(LinkToken.Of(id, LinkToken.NewNonce(), _keys))!.Value;
        await CommittedAsync(Turn(id, record) with { Open = new(key, LinkPurpose.Change, _time.GetUtcNow() + Cap) });
        return (id, record, key);
    }
}
