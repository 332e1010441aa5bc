using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Benchmarks.Load;

/// <summary>Conversations that went on for a while and rest now, written by the product's own store.</summary>
internal static class StoredConversations
{
    /// <summary>Turns that each of them had.</summary>
    private const int Turns = 12;

    private const int AtOnce = 256;

    private const long FirstChat = 7_000_000_000;

    /// <summary>Update ids are the bot's, not the chat's: between two of one chat there are others.</summary>
    private const long BetweenUpdates = 5_000;

    public static long Chat(int index) => FirstChat + index;

    public static async Task WriteAsync(ClaveBotSettings settings, int count)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSingleton(settings).AddSingleton(TimeProvider.System).AddKeys(settings.Keys).AddStores(settings).BuildServiceProvider();
        var store = services.GetRequiredService<ConversationStore>();
        var keys = services.GetRequiredService<KeyRing>();
        var now = TimeProvider.System.GetUtcNow();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, _) =>
        {
            var chat = new ChatAddress(Channel.Telegram, FormattableString.Invariant($"{Chat(index)}"));
            await store.CommitAsync(new()
            {
                Id = ConversationId.Of(chat, keys),
                Record = new() { Chat = chat, State = State.OpenServices, Turn = Turns, Seen = Seen(index), LastMessageAt = now },
                DueAt = now + settings.Retention.Conversation,
            });
        });
    }

    private static SeenIds Seen(int index)
    {
        var seen = new SeenIds();
        for (var turn = 0; turn < Turns; turn++)
            seen = seen.With(new(MessageQueue.Texts, FormattableString.Invariant($"{900_000_000 + index + (turn * BetweenUpdates)}")));
        return seen;
    }
}
