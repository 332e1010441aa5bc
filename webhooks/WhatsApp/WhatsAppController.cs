using System.Globalization;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation;
using ClaveBot.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>Takes Twilio's posts. Replies go by the API, so the answer is always an empty TwiML document, and only after the commit.</summary>
[ServiceFilter<TwilioSignatureFilter>(IsReusable = true)]
[StoreAwayFilter]
public sealed class WhatsAppController(ClaveBotSettings settings, TurnHandler turns, MessageStatuses statuses, ILogger<WhatsAppController> log) : ControllerBase
{
    [HttpPost("/webhooks/whatsapp")]
    public async Task<IActionResult> Receive()
    {
        var form = TwilioForm.Of(HttpContext);
        if (!string.Equals(form["To"], settings.WhatsApp.FromAddress, StringComparison.Ordinal))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (WhatsAppMapper.Map(form) is not { } message)
            return BadRequest();
        // Not the request's token: a caller that hangs up must not stop a commit half-way.
        await turns.HandleAsync(message, CancellationToken.None);
        return Content("<Response/>", "text/xml");
    }

    /// <summary>What became of a message sent earlier. They come in any order, and more than once.</summary>
    [HttpPost(StatusCallback.Path)]
    public async Task<IActionResult> ReceiveStatus()
    {
        var form = TwilioForm.Of(HttpContext);
        var (sid, status) = (form.Word("MessageSid"), form.Word("MessageStatus"));
        var code = form.Word("ErrorCode");
        if (code.Length > 0)
            log.WhatsAppFailure(sid, status, code);
        _ = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var reason);
        await statuses.HearAsync(new(sid, status, reason, WhatsAppMapper.ChatOf(form["To"] ?? ""), StatusCallback.ReadSentAt(Request.Query[StatusCallback.SentAt])));
        return NoContent();
    }
}
