using System.Globalization;
using System.Text.Json;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>The Bot API over HTTP: <c>/bot{token}/{method}</c>.</summary>
internal sealed class TelegramApi(
    TelegramEmulatorOptions options,
    Dictionary<string, Func<TelegramCall, CancellationToken, Task<TelegramAnswer>>> methods,
    Faults faults,
    Observed<ApiCall> calls,
    TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (token, method) = Split(context.Request.Path.Value ?? "");
        var fault = faults.Take();
        if (fault is Fault.Hang)
        {
            Note(method, 0);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var answer = fault is Fault.Refuse refuse
            ? TelegramAnswer.Fault(refuse.Status, refuse.RetryAfterSeconds)
            : await AnswerAsync(token, method, context);
        if (fault is Fault.CutAfterAccept)
        {
            Note(method, 0);
            context.Abort();
            return;
        }

        Note(method, answer.Status);
        await WriteAsync(context.Response, answer);
    }

    /// <summary>Runs a call that came as the answer to a webhook post; its result is told to nobody.</summary>
    public async Task HandleReplyAsync(string body)
    {
        try
        {
            if (System.Text.Json.Nodes.JsonNode.Parse(body) is not System.Text.Json.Nodes.JsonObject json || json["method"]?.ToString() is not { Length: > 0 } method)
                return;
            var ignored = method.StartsWith("get", StringComparison.OrdinalIgnoreCase) || method.EndsWith("Webhook", StringComparison.OrdinalIgnoreCase);
            if (!ignored && methods.TryGetValue(method, out var run))
                Note(method, (await run(new TelegramCall(method, json), CancellationToken.None)).Status);
        }
        catch (JsonException)
        {
            // The body of an acknowledgement may be anything.
        }
    }

    private async Task<TelegramAnswer> AnswerAsync(string token, string method, HttpContext context)
    {
        if (!string.Equals(token, options.Token, StringComparison.Ordinal))
            return TelegramAnswer.Refused(StatusCodes.Status401Unauthorized, "Unauthorized");
        if (!methods.TryGetValue(method, out var run))
            return TelegramAnswer.Refused(StatusCodes.Status404NotFound, "Not Found: method not found");
        try
        {
            return await run(await TelegramCall.ReadAsync(method, context.Request, context.RequestAborted), context.RequestAborted);
        }
        catch (JsonException)
        {
            return TelegramAnswer.BadRequest("can't parse JSON object");
        }
    }

    private static (string Token, string Method) Split(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var bot, var method] && bot.StartsWith("bot", StringComparison.Ordinal) ? (bot[3..], method) : ("", "");
    }

    private static async Task WriteAsync(HttpResponse response, TelegramAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        if (answer.RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.WriteAsync(answer.Body.ToJsonString());
    }

    private void Note(string method, int status) => calls.Add(new ApiCall(method, time.GetUtcNow(), status));
}
