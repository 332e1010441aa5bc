using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using ClaveBot.Texts;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Pressure;

/// <summary>
/// Messages on which the bot itself broke. Messengers repeat what is not acknowledged for up to a day and hold back the chat meanwhile,
/// so such a message is given up: the last <see cref="Kept"/> are listed for operators, for <see cref="Life"/>.
/// </summary>
public sealed class ParkedMessages(RedisConnection redis, SealedItems items, TurnMetrics metrics, TimeProvider time, ILogger<ParkedMessages> log)
{
    /// <summary>How often a message may break what reads and writes before it is given up: another instance may have the key or the release that it takes.</summary>
    public const int FailuresAllowed = 3;

    public const int Kept = 200;

    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    // Longer than any messenger repeats.
    private static readonly TimeSpan FailuresLife = TimeSpan.FromHours(25);

    private static readonly string Build =
        typeof(ParkedMessages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>A turn failed outside the dialogue. True: the message is parked, the person is told, and it must be acknowledged.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<bool> FailedAsync(ConversationId id, IncomingMessage message, Exception exception)
    {
        var now = time.GetUtcNow();
        // The record may be what cannot be read, and the chat's language with it.
        var words = $"{DialogueText.Broken.Say(Language.Spanish)}\n\n{DialogueText.Broken.Say(Language.English)}";
        // Behind whatever turns have left in the lane: their numbers are far lower.
        var told = UnsentItem.Of(now.ToUnixTimeMilliseconds(), [new OutboxItem.Message(
            new OutgoingMessage(message.Chat, words, [], AnswersPress: (message.Content as IncomingContent.Press)?.CallbackId))]);
        var lane = new DueEntry.Unsent(id, Lane.Chat);
        var answer = (int)await redis.RunAsync(Script.Park,
            [RedisKeys.Failures(id, string.Create(CultureInfo.InvariantCulture, $"{(int)message.Id.Queue}:{message.Id.Value}")), RedisKeys.LaneOf(id, Lane.Chat), RedisKeys.Due(id.Shard)],
            [FailuresAllowed, (long)FailuresLife.TotalMilliseconds, lane.Member, now.ToUnixTimeMilliseconds(), .. items.Seal(id, told).Skip(1)]);
        if (answer == 0)
            log.TurnFailed(message.Id.Value, message.Chat.Channel, exception.GetType().Name, StackOf(exception));
        if (answer == 1)
            await ParkAsync(message.Id.Value, message.Chat.Channel, exception);
        return answer != 0;
    }

    /// <summary>Lists a message that is given up.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task ParkAsync(string messageId, Channel channel, Exception exception)
    {
        var parked = new ParkedMessage(messageId, channel, exception.GetType().Name, Build, time.GetUtcNow());
        metrics.Parked();
        log.Parked(parked.Id, parked.Channel, parked.Exception, parked.Build, StackOf(exception));
        var line = JsonSerializer.SerializeToUtf8Bytes(parked, ParkedMessageFormat.Default.ParkedMessage);
        await redis.RunAsync(async db =>
        {
            await db.ListLeftPushAsync(RedisKeys.Parked, line);
            await db.ListTrimAsync(RedisKeys.Parked, 0, Kept - 1);
            return await db.KeyExpireAsync(RedisKeys.Parked, Life);
        });
    }

    private static string StackOf(Exception exception) => Environment.NewLine + exception.StackTrace;

    /// <summary>The newest first.</summary>
    /// <exception cref="StoreUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync()
    {
        var lines = await redis.RunAsync(db => db.ListRangeAsync(RedisKeys.Parked));
        return [.. lines.Select(line => JsonSerializer.Deserialize((byte[])line!, ParkedMessageFormat.Default.ParkedMessage)!)];
    }
}
