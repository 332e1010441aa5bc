using System.Text.Json;
using Telegram.Bot.Requests;

namespace ClaveBot.Channels.Telegram;

/// <summary>
/// A request of which only the "ok" of the answer is read. Reading the whole answer could fail on something new in it, and a message
/// that Telegram did take would be sent a second time.
/// </summary>
internal sealed class TelegramCall<TResponse>(RequestBase<TResponse> request) : RequestBase<JsonElement>(request.MethodName)
{
    public override HttpContent? ToHttpContent() => request.ToHttpContent();
}
