using System.Collections.Concurrent;
using System.Security.Cryptography;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using ClaveBot.Demo.Store;
using ClaveBot.Keys;
using ClaveBot.Mail;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Outbox;

public sealed class OutboxSenderTests : IAsyncLifetime
{
    private static readonly ChatAddress Chat = new(Channel.Telegram, "4711");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-outbox-");
    private readonly KeyRing _keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);
    private readonly FakeTimeProvider _time = new();
    private readonly Recorder _recorder = new();
    private EmbeddedRedis _redis = null!;
    private ServiceProvider _services = null!;
    private ConversationStore _conversations = null!;
    private LaneStore _lanes = null!;
    private OutboxSender _sender = null!;

    public ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        var settings = new ClaveBotSettings { PublicUrl = "https://bot.example.test", Redis = new() { Configuration = _redis.Configuration } };
        _services = new ServiceCollection()
            .AddLogging().AddMetrics()
            .AddSingleton(settings).AddSingleton<TimeProvider>(_time)
            .AddSingleton(_keys).AddSingleton<Sealer>()
            .AddSingleton(new ChannelHttp(ChannelHttp.SendTimeout)).AddSingleton(new TelegramIdentity(settings.Telegram)).AddSingleton<ClaveChangedNotice>().AddSingleton<AccountFrozenNotice>().AddAudit()
            .AddSingleton<IChannelSender>(_recorder)
            .AddStores(settings).AddConversation(settings).AddOutbox()
            .BuildServiceProvider();
        _conversations = _services.GetRequiredService<ConversationStore>();
        _lanes = _services.GetRequiredService<LaneStore>();
        _sender = _services.GetRequiredService<OutboxSender>();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_waited_in_the_queue_until_another_took_it_is_not_sent_twice()
    {
        var mine = (await CommitAsync("uno", revision: 0)).ShouldHaveSingleItem();
        await _lanes.PostponeAsync(mine, TimeSpan.Zero, new(IsFailure: true));
        var theirs = (await _lanes.TakeAsync(mine.Conversation, Lane.Chat)).ShouldNotBeNull();
        _sender.Enqueue([mine, theirs]);
        _time.Advance(LaneStore.Lease);

        await _sender.StartAsync(TestContext.Current.CancellationToken);
        await _recorder.WaitForAsync(1);
        _sender.Enqueue(await CommitAsync("dos", revision: 1));
        await _recorder.WaitForAsync(2);

        _recorder.Sent.ShouldBe(["uno", "dos"]);
    }

    [Fact]
    public async Task A_sender_that_gives_up_by_itself_stops_nobody()
    {
        _recorder.Cancels = true;
        _sender.Enqueue(await CommitAsync("uno", revision: 0));
        await _sender.StartAsync(TestContext.Current.CancellationToken);
        await _recorder.Tried.WaitAsync(TestContext.Current.CancellationToken);

        _sender.Enqueue(await CommitAsync("dos", revision: 0, new(Channel.Telegram, "4712")));
        await _recorder.WaitForAsync(1);

        _recorder.Sent.ShouldBe(["dos"]);
        _sender.ExecuteTask!.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task All_instances_share_one_budget_for_bulk()
    {
        var (here, there) = (_services.GetRequiredService<BulkBudget>(), Another<BulkBudget>());
        for (var i = 0; i < 25; i++)
            (await (i % 2 == 0 ? here : there).TakeAsync(Route.Telegram)).ShouldBeNull();

        (await here.TakeAsync(Route.Telegram)).ShouldNotBeNull().ShouldBe(TimeSpan.FromMilliseconds(40));
        (await there.TakeAsync(Route.WhatsApp)).ShouldBeNull();
        _time.Advance(TimeSpan.FromMilliseconds(40));
        (await there.TakeAsync(Route.Telegram)).ShouldBeNull();
        (await here.TakeAsync(Route.Telegram)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Bulk_without_budget_lets_an_answer_of_its_own_chat_pass()
    {
        var budget = _services.GetRequiredService<BulkBudget>();
        while (await budget.TakeAsync(Route.Telegram) is null)
        {
            // Until it is used up.
        }

        await _sender.StartAsync(TestContext.Current.CancellationToken);
        var bulk = (await CommitAsync("recordatorio", revision: 0, priority: Priority.Bulk)).ShouldHaveSingleItem();
        _sender.Enqueue([bulk]);
        await WaitUntilAsync(async () => await _lanes.TakeAsync(bulk.Conversation, Lane.Chat, bulk.Lease + "x") is { } taken && await GivenBackAsync(taken));
        _sender.Enqueue(await CommitAsync("respuesta", revision: 1));
        await _recorder.WaitForAsync(1);
        _time.Advance(TimeSpan.FromSeconds(10));
        await WaitUntilAsync(async () =>
        {
            if (await _lanes.TakeAsync(bulk.Conversation, Lane.Chat) is { } again)
                _sender.Enqueue([again]);
            return _recorder.Sent.Count == 2;
        });

        _recorder.Sent.ShouldBe(["respuesta", "recordatorio"]);
    }

    [Fact]
    public void The_daily_cap_stops_bulk_at_80_percent_and_answers_at_the_end()
    {
        var cap = new DailyCap(
            _services.GetRequiredService<SentCounter>(), _services.GetRequiredService<OutboxMetrics>(),
            new() { WhatsApp = new() { DailyCap = 10 } }, _time, NullLogger<DailyCap>.Instance);
        for (var i = 0; i < 8; i++)
            cap.Reserve(Priority.Bulk).ShouldBeNull();

        cap.Reserve(Priority.Bulk).ShouldNotBeNull();
        cap.Reserve(Priority.Answer).ShouldBeNull();
        cap.Reserve(Priority.Answer).ShouldBeNull();
        cap.Reserve(Priority.Answer).ShouldNotBeNull();
        cap.GiveBack();
        cap.Reserve(Priority.Answer).ShouldBeNull();
        _time.Advance(TimeSpan.FromDays(1));
        cap.Reserve(Priority.Bulk).ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _sender.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private T Another<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    private async Task<bool> GivenBackAsync(LeasedLane taken)
    {
        await _lanes.PostponeAsync(taken, TimeSpan.Zero, new(LetsAnswersPass: true));
        return true;
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!await isSo())
            await glance.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>No lane when its sender is still at work: it finds the new message by itself.</summary>
    private async Task<IReadOnlyList<LeasedLane>> CommitAsync(string text, long revision, ChatAddress? chat = null, Priority priority = Priority.Answer)
    {
        var to = chat ?? Chat;
        var result = await _conversations.CommitAsync(new()
        {
            Id = ConversationId.Of(to, _keys),
            Record = new() { Chat = to, Revision = revision },
            DueAt = _time.GetUtcNow().AddDays(30),
            Messages = [new(new OutgoingMessage(to, text, []), Priority: priority)],
        });
        return result.ShouldBeOfType<CommitResult.Committed>().Lanes;
    }

    private sealed class Recorder : IChannelSender, IDisposable
    {
        private readonly ConcurrentQueue<string> _sent = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private int _waitedFor;

        public Channel Channel => Channel.Telegram;

        public IReadOnlyList<string> Sent => [.. _sent];

        /// <summary>The next send ends as a client's own time-out does.</summary>
        public bool Cancels { get; set; }

        public SemaphoreSlim Tried { get; } = new(0);

        public Task<SendResult> UnsayAsync(ChatAddress chat, string copy, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Tried.Release();
            if (Cancels)
            {
                Cancels = false;
                return Task.FromException<SendResult>(new TaskCanceledException());
            }

            _sent.Enqueue(message.Text);
            _arrived.Release();
            return Task.FromResult<SendResult>(new SendResult.Sent());
        }

        public async Task WaitForAsync(int count)
        {
            for (; _waitedFor < count; _waitedFor++)
                (await _arrived.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeTrue();
        }

        public void Dispose()
        {
            _arrived.Dispose();
            Tried.Dispose();
        }
    }
}
