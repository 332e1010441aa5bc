using BenchmarkDotNet.Attributes;
using ClaveBot.Benchmarks.Load;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Benchmarks.Parts;

/// <summary>What a turn asks of Redis, one after the other, over loopback: mostly waiting, not CPU.</summary>
[Config(typeof(ShortRun))]
public class StoreParts
{
    private RedisProcess? _redis;
    private ServiceProvider? _services;
    private ConversationStore _store = null!;
    private LaneStore _lanes = null!;
    private ConversationId _id;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _redis = await RedisProcess.StartAsync();
        var settings = MeasuredSettings.Of(_redis.Port);
        _services = new ServiceCollection().AddLogging()
            .AddSingleton(settings).AddSingleton(TimeProvider.System).AddKeys(settings.Keys).AddStores(settings).BuildServiceProvider();
        _store = _services.GetRequiredService<ConversationStore>();
        _lanes = _services.GetRequiredService<LaneStore>();
        await StoredConversations.WriteAsync(settings, 1);
        _id = ConversationId.Of(new(Channel.Telegram, FormattableString.Invariant($"{StoredConversations.Chat(0)}")), _services.GetRequiredService<KeyRing>());
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    [Benchmark]
    public Task<ConversationRecord?> Load() => _store.LoadAsync(_id);

    [Benchmark]
    public async Task LoadCommitAndMarkSent()
    {
        var record = (await _store.LoadAsync(_id))!;
        var message = new OutboxItem.Message(new(record.Chat, new string('ñ', 300), []));
        var committed = (CommitResult.Committed)await _store.CommitAsync(new() { Id = _id, Record = record, DueAt = record.LastMessageAt.AddDays(30), Messages = [message] });
        await _lanes.SentAsync(committed.Lanes[0], committed.Lanes[0].Items![0], new());
    }
}
