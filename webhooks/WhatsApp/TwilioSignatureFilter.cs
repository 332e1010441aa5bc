using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Webhooks.WhatsApp;

/// <summary>Lets in what Twilio signed for this account, before anything else is looked at; 404 when the channel is off.</summary>
public sealed class TwilioSignatureFilter(ClaveBotSettings settings) : IAsyncAuthorizationFilter
{
    public const string Header = "X-Twilio-Signature";

    private const string FormType = "application/x-www-form-urlencoded";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (await RefusalAsync(context.HttpContext) is { } status)
            context.Result = new StatusCodeResult(status);
    }

    private async Task<int?> RefusalAsync(HttpContext context)
    {
        if (!settings.WhatsApp.IsOn)
            return StatusCodes.Status404NotFound;
        var request = context.Request;
        if (request.Headers[Header] is not [{ Length: > 0 } signature])
            return StatusCodes.Status403Forbidden;
        // Before the body is read, since reading what a stranger sends is work too.
        if (!await context.RequestServices.GetRequiredService<WebhookLimits>().WhatsApp.EnterAsync(context))
            return StatusCodes.Status503ServiceUnavailable;
        var body = await RequestBody.ReadAsync(request, RequestBody.LimitForStrangers);
        if (body.Refusal is { } refusal)
            return refusal;
        if (TwilioForm.IsTooLarge(body.Bytes.Span))
            return StatusCodes.Status413PayloadTooLarge;
        var form = IsForm(request) ? TwilioForm.Parse(body.Bytes.Span) : null;
        if (form is null && !CoversBody(request, body))
            return StatusCodes.Status403Forbidden;
        if (!IsSigned(request, form, signature))
            return StatusCodes.Status403Forbidden;
        if (form is null)
            return StatusCodes.Status415UnsupportedMediaType;
        if (!string.Equals(form["AccountSid"], settings.WhatsApp.AccountSid, StringComparison.Ordinal))
            return StatusCodes.Status403Forbidden;
        context.Features.Set(form);
        return null;
    }

    private bool IsSigned(HttpRequest request, TwilioForm? form, string signature)
    {
        // From the settings and never from the Host header: Twilio signs the address it was told.
        var url = settings.PublicUrl.TrimEnd('/') + request.Path + request.QueryString;
        var parameters = form?.Parameters ?? [];
        return TwilioSignature.Matches(settings.WhatsApp.AuthToken, url, parameters, signature)
            || TwilioSignature.Matches(settings.WhatsApp.PreviousAuthToken, url, parameters, signature);
    }

    private static bool CoversBody(HttpRequest request, RequestBody body) =>
        request.Query[TwilioSignature.BodyHash] is [{ } hash] && TwilioSignature.MatchesBody(body.Bytes.Span, hash);

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase) == true;
}
