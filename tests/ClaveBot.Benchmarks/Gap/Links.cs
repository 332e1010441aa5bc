using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Benchmarks.Gap;

/// <summary>One-time links of chats that exist only here, written by the product's own store.</summary>
internal sealed class Links(ServiceProvider services) : IAsyncDisposable
{
    private int _chat;

    public static Links Of(ClaveBotSettings settings) => new(new ServiceCollection()
        .AddSingleton(settings).AddSingleton(TimeProvider.System).AddKeys(settings.Keys).AddStores(settings)
        .AddLogging().BuildServiceProvider());

    /// <summary>The token of a fresh link of a fresh chat.</summary>
    public async Task<string> NewAsync(LinkPurpose purpose)
    {
        var keys = services.GetRequiredService<KeyRing>();
        var chat = new ChatAddress(Channel.Telegram, FormattableString.Invariant($"{8_000_000_000 + Interlocked.Increment(ref _chat)}"));
        var (id, nonce, now) = (ConversationId.Of(chat, keys), LinkToken.NewNonce(), TimeProvider.System.GetUtcNow());
        var token = LinkToken.Of(id, nonce, keys);
        await services.GetRequiredService<ConversationStore>().CommitAsync(new()
        {
            Id = id,
            Record = new() { Chat = chat, State = State.LinkSent, Turn = 1, Link = new(nonce, now + TimeSpan.FromHours(1)), LastMessageAt = now },
            DueAt = now + TimeSpan.FromHours(1),
            Open = new(LinkToken.KeyOf(token)!.Value, purpose, now + TimeSpan.FromHours(1)),
        });
        return token;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
