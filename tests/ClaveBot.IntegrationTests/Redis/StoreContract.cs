using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>What the product asks of its store, run over every store: the embedded one and a real redis-server.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private const int Connections = 20;

    private static readonly DateTimeOffset Start = new(2030, 1, 7, 12, 0, 0, TimeSpan.Zero);

    private readonly KeyRing _keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);
    private readonly FakeTimeProvider _time = new(Start);
    private readonly List<RedisConnection> _open = [];
    private readonly List<ReplicaGate> _gates = [];
    private Store _store = null!;

    protected abstract string Configuration { get; }

    /// <summary><c>Redis:Replicas</c>.</summary>
    protected virtual int Replicas => 0;

    public virtual ValueTask InitializeAsync()
    {
        _store = Connect();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var connection in _open)
            await connection.DisposeAsync();
        foreach (var gate in _gates)
            await gate.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_committed_is_read_again()
    {
        var (id, record) = Somebody();

        await _store.Conversations.CommitAsync(Turn(id, record with { State = State.HasMail, Turn = 3 }));

        var read = (await _store.Conversations.LoadAsync(id)).ShouldNotBeNull();
        read.ShouldSatisfyAllConditions(
            () => read.State.ShouldBe(State.HasMail),
            () => read.Turn.ShouldBe(3),
            () => read.Chat.ShouldBe(record.Chat),
            () => read.Revision.ShouldBe(1));
    }

    [Fact]
    public async Task A_commit_over_another_revision_changes_nothing()
    {
        var (id, record) = Somebody();
        await _store.Conversations.CommitAsync(Turn(id, record with { Turn = 1 }));

        var result = await _store.Conversations.CommitAsync(Turn(id, record with { Turn = 2 }, Message(record)));

        result.ShouldBeOfType<CommitResult.Conflict>();
        (await _store.Conversations.LoadAsync(id))!.Turn.ShouldBe(1);
        (await _store.Lanes.TakeAsync(id, Lane.Chat))!.Items.ShouldBe([]);
    }

    [Fact]
    public async Task Turns_that_race_over_many_connections_all_count()
    {
        const int turnsEach = 25;
        var (id, record) = Somebody();
        var stores = Enumerable.Range(0, Connections).Select(_ => Connect()).ToList();

        await Task.WhenAll(stores.Select(store => Task.Run(async () =>
        {
            for (var done = 0; done < turnsEach;)
            {
                var read = await store.Conversations.LoadAsync(id) ?? record;
                if (await store.Conversations.CommitAsync(Turn(id, read with { Turn = read.Turn + 1 }, Message(record))) is CommitResult.Committed)
                    done++;
            }
        })));

        var final = (await _store.Conversations.LoadAsync(id))!;
        final.Turn.ShouldBe(Connections * turnsEach);
        final.Revision.ShouldBe(Connections * turnsEach);
    }

    [Fact]
    public async Task Retention_removes_record_and_due_entry_and_nothing_newer()
    {
        var (id, record) = Somebody();
        await _store.Conversations.CommitAsync(Turn(id, record));

        (await _store.Conversations.ForgetAsync(id, 7)).ShouldBeFalse();
        (await _store.Conversations.ForgetAsync(id, 1)).ShouldBeTrue();

        (await _store.Conversations.LoadAsync(id)).ShouldBeNull();
        _time.Advance(TimeSpan.FromDays(60));
        (await _store.Due.ReadAsync()).ShouldNotContain(entry => entry.Conversation == id);
    }

    [Fact]
    public async Task An_entry_stands_until_it_has_to_come_earlier_or_its_time_is_over()
    {
        var (id, record) = Somebody();
        await _store.Conversations.CommitAsync(Turn(id, record));
        await TurnAsync(TimeSpan.FromDays(1), TimeSpan.FromDays(30));
        (await IsDueAfterAsync(TimeSpan.FromDays(29))).ShouldBeTrue();

        await TurnAsync(TimeSpan.Zero, TimeSpan.FromDays(30));
        (await IsDueAfterAsync(TimeSpan.Zero)).ShouldBeFalse();
        await TurnAsync(TimeSpan.Zero, TimeSpan.FromMinutes(10));
        (await IsDueAfterAsync(TimeSpan.FromMinutes(10))).ShouldBeTrue();

        async Task TurnAsync(TimeSpan after, TimeSpan dueIn)
        {
            _time.Advance(after);
            var read = (await _store.Conversations.LoadAsync(id)).ShouldNotBeNull();
            (await _store.Conversations.CommitAsync(Turn(id, read) with { DueAt = _time.GetUtcNow() + dueIn })).ShouldBeOfType<CommitResult.Committed>();
        }

        async Task<bool> IsDueAfterAsync(TimeSpan wait)
        {
            _time.Advance(wait);
            return (await _store.Due.ReadAsync()).Any(entry => entry.Conversation == id);
        }
    }

    [Fact]
    public async Task Nobody_there_leaves_no_entry_behind_unless_somebody_came_meanwhile()
    {
        var (id, record) = Somebody();
        await _store.Conversations.CommitAsync(Turn(id, record));

        (await _store.Conversations.ForgetAsync(id, 0)).ShouldBeFalse();

        _time.Advance(TimeSpan.FromDays(31));
        (await _store.Due.ReadAsync()).ShouldContain(entry => entry.Conversation == id);
    }

    [Fact]
    public async Task What_a_later_release_put_into_the_due_index_holds_nothing_up()
    {
        var (id, record) = Somebody();
        await _store.Conversations.CommitAsync(Turn(id, record) with { DueAt = _time.GetUtcNow() });
        foreach (var member in new[] { $"{id}:Later", $"{id}:later:1", $"{id}:k:1:2" })
            await ((RedisConnection)_open[0]).RunAsync(db => db.SortedSetAddAsync(RedisKeys.Due(id.Shard), member, 0));

        (await _store.Due.ReadAsync()).Where(entry => entry.Conversation == id).ShouldBe([new DueEntry.Timer(id)]);
    }

    /// <summary>Somebody's first turn.</summary>
    protected async Task<ConversationId> CommittedOnceAsync()
    {
        var (id, record) = Somebody();
        await CommittedAsync(Turn(id, record));
        return id;
    }

    protected Task ConfirmAsync(ConversationId id, long revision) => _store.Conversations.ConfirmAsync(id, new() { Chat = new(Channel.Telegram, "1"), Revision = revision });

    /// <summary>Whose time has come a month later.</summary>
    protected async Task<IEnumerable<ConversationId>> DueInAMonthAsync()
    {
        _time.SetUtcNow(Start.AddDays(31));
        return (await _store.Due.ReadAsync()).Select(entry => entry.Conversation);
    }

    protected Task LoadAsync(ConversationId id) => _store.Conversations.LoadAsync(id);

    private (ConversationId Id, ConversationRecord Record) Somebody()
    {
        var chat = new ChatAddress(Channel.Telegram, RandomNumberGenerator.GetInt32(int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (ConversationId.Of(chat, _keys), new ConversationRecord { Chat = chat, LastMessageAt = _time.GetUtcNow() });
    }

    private Commit Turn(ConversationId id, ConversationRecord record, params OutboxItem.Message[] messages) =>
        new() { Id = id, Record = record, DueAt = _time.GetUtcNow().AddDays(30), Messages = messages };

    private static OutboxItem.Message Message(ConversationRecord record, string text = "hola", LinkKey? link = null) =>
        new(new OutgoingMessage(record.Chat, text, []), link);

    private Store Connect()
    {
        var settings = new ClaveBotSettings { Redis = new() { Configuration = Configuration, Replicas = Replicas } };
        var connection = new RedisConnection(settings.Redis);
        var replicas = new ReplicaGate(settings.Redis, NullLogger<ReplicaGate>.Instance) { Patience = TimeSpan.FromSeconds(2) };
        _open.Add(connection);
        _gates.Add(replicas);
        var sealer = new Sealer(_keys);
        var items = new SealedItems(sealer);
        return new(
            new ConversationStore(connection, sealer, items, new SealedComments(sealer), replicas, settings, _time),
            new LaneStore(connection, items, settings, _time),
            new LinkStore(connection, replicas, settings, _time),
            new DueIndex(connection, _time));
    }

    private sealed record Store(ConversationStore Conversations, LaneStore Lanes, LinkStore Links, DueIndex Due);
}
