using System.Security.Cryptography;
using System.Text;
using ClaveBot.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaveBot.Webhooks.Telegram;

/// <summary>Lets in who knows the secret given to setWebhook, before anything else is looked at; 404 when no webhook is expected at all.</summary>
public sealed class TelegramSecretFilter(ClaveBotSettings settings) : IAuthorizationFilter
{
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    private readonly bool isExpected = settings.Telegram is { IsOn: true, Receive: TelegramReceive.Webhook };

    /// <summary>Null lets nobody in: an empty secret would let in everybody.</summary>
    private readonly byte[]? secret = settings.Telegram.SecretToken is { Length: > 0 } token ? Hash(token) : null;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!isExpected)
            context.Result = new NotFoundResult();
        else if (!IsProven(context.HttpContext.Request))
            context.Result = new StatusCodeResult(StatusCodes.Status401Unauthorized);
    }

    private bool IsProven(HttpRequest request) =>
        secret is not null
        && request.Headers[Header] is [{ } offered]
        && CryptographicOperations.FixedTimeEquals(Hash(offered), secret);

    /// <summary>Of one length whatever is offered, so the comparison tells nothing about the secret's length either.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
