using System.Globalization;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Twilio's REST API over HTTP: the Message resource of API 2010-04-01, and the Content API v1.</summary>
internal sealed class WhatsAppApi(
    WhatsAppEmulatorOptions options,
    WhatsAppSendMethod sending,
    WhatsAppMessageMethods messages,
    WhatsAppContentMethods contents,
    Faults faults,
    Faults contentFaults,
    Observed<ApiCall> calls,
    TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        var isContent = WhatsAppContentMethods.Knows(context.Request);
        var call = isContent ? null : await WhatsAppCall.ReadAsync(context.Request, context.RequestAborted);
        var name = $"{context.Request.Method} {(isContent ? "Content" : call?.MessageSid is null ? "Messages" : "Message")}";
        var fault = (isContent ? contentFaults : faults).Take();
        if (fault is Fault.Hang)
        {
            Note(name, 0);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var answer = fault is Fault.Refuse refuse ? WhatsAppAnswer.Fault(refuse.Status)
            : isContent ? await AnswerContentAsync(context.Request) : Answer(call, context.Request);
        if (fault is Fault.CutAfterAccept)
        {
            Note(name, 0);
            context.Abort();
            return;
        }

        if (fault is Fault.Refuse { RetryAfterSeconds: { } seconds })
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        Note(name, answer.Status);
        await WriteAsync(context.Response, answer);
    }

    private WhatsAppAnswer Answer(WhatsAppCall? call, HttpRequest request)
    {
        if (!WhatsAppCall.IsAuthorised(request, options))
            return WhatsAppAnswer.Refused(StatusCodes.Status401Unauthorized, 20003, "Authenticate");
        if (call is null || !string.Equals(call.AccountSid, options.AccountSid, StringComparison.Ordinal))
            return WhatsAppAnswer.NotFound(request.Path);
        return (call.Method, call.MessageSid) switch
        {
            ("POST", null) => sending.Send(call),
            ("GET", null) => messages.List(call),
            ("POST", _) => messages.Update(call),
            ("GET", _) => messages.Fetch(call),
            ("DELETE", not null) => messages.Delete(call),
            _ => WhatsAppAnswer.Refused(StatusCodes.Status405MethodNotAllowed, 20004, "Method not allowed"),
        };
    }

    private async Task<WhatsAppAnswer> AnswerContentAsync(HttpRequest request) => WhatsAppCall.IsAuthorised(request, options)
        ? await contents.AnswerAsync(request)
        : WhatsAppAnswer.Refused(StatusCodes.Status401Unauthorized, 20003, "Authenticate");

    private static async Task WriteAsync(HttpResponse response, WhatsAppAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        response.ContentType = "application/json";
        await response.WriteAsync(answer.Body.ToJsonString());
    }

    private void Note(string name, int status) => calls.Add(new ApiCall(name, time.GetUtcNow(), status));
}
