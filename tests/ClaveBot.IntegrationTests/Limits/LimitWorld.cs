using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Persons;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>The limits of one instance over some Redis.</summary>
public sealed class LimitWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public LimitWorld(string redis, TimeProvider time, KeyRing keys)
    {
        Keys = keys;
        _services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton(keys)
            .AddSingleton<Sealer>()
            .AddSingleton(time)
            .AddSingleton(_ => new RedisConnection(new() { Configuration = redis }))
            .AddSingleton(new ClaveBotSettings())
            .AddSingleton<PersonStore>()
            .AddLimits()
            .BuildServiceProvider();
    }

    public KeyRing Keys { get; }

    public Limiter Limiter => _services.GetRequiredService<Limiter>();

    public Gate Gate => _services.GetRequiredService<Gate>();

    public BrowserMemory Browsers => _services.GetRequiredService<BrowserMemory>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public static KeyRing NewKeys() => new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);

    public static Cedula CedulaOf(string digits) => Cedula.TryParse(digits, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(digits));

    public ConversationId Chat(int number) => ConversationId.Of(new ChatAddress(Channel.Telegram, number.ToString(System.Globalization.CultureInfo.InvariantCulture)), Keys);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
