using System.Text.Json;
using ClaveBot.Channels.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>
/// getUpdates with each update left as it came. Telegram.Bot's own request reads the whole batch at once, so that a single update it
/// cannot read would hold up all the others for ever.
/// </summary>
internal sealed class TelegramUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>The first update wanted; every earlier one is confirmed by this and forgotten by Telegram.</summary>
    public long? Offset { get; init; }

    /// <summary>How long Telegram holds the answer back while there is nothing, in seconds.</summary>
    public int Timeout { get; init; }

    public IEnumerable<UpdateType> AllowedUpdates { get; } = TelegramApi.AllowedUpdates;
}
