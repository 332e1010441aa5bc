using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using Microsoft.AspNetCore.Mvc;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Takes Telegram's updates. 200 only after the commit: until then Telegram keeps the update.</summary>
[ServiceFilter<TelegramSecretFilter>(IsReusable = true)]
[WorkLimitFilter]
[StoreAwayFilter]
public sealed class TelegramController(TelegramIdentity me, TurnHandler turns) : ControllerBase
{
    [HttpPost("/webhooks/telegram")]
    public async Task<IActionResult> Receive()
    {
        var body = await RequestBody.ReadAsync(Request);
        if (body.Refusal is { } status)
            return StatusCode(status);
        if (TelegramReader.Read(body.Bytes) is not { } update)
            return BadRequest();
        // Not the request's token: a caller that hangs up must not stop a commit half-way.
        if (TelegramMapper.Map(update, me) is { } message)
            await turns.HandleAsync(message, CancellationToken.None);
        return Ok();
    }
}
