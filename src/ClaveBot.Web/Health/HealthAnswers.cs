using ClaveBot.Web.Http;

namespace ClaveBot.Web.Health;

/// <summary>
/// <c>live</c>: this process answers. <c>ready</c>: it can do its work, else 503 and the names of what is missing; the reasons, which
/// may tell about the inside, only on the admin port.
/// </summary>
internal sealed class HealthAnswers(IEnumerable<IReadinessCheck> checks, ListeningPorts ports, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return Status(context, StatusCodes.Status405MethodNotAllowed);
        return context.Request.Path.Value switch
        {
            "/live" => context.Response.WriteAsJsonAsync(new { live = true }, context.RequestAborted),
            "/ready" => ReadyAsync(context),
            _ => Status(context, StatusCodes.Status404NotFound),
        };
    }

    private async Task ReadyAsync(HttpContext context)
    {
        var answers = await Task.WhenAll(checks.Select(check => ProblemAsync(check, context.RequestAborted)));
        var missing = answers.Where(answer => answer.Problem is not null).ToArray();
        if (missing.Length > 0)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        var names = missing.Select(answer => answer.Name);
        object body = ports.IsAdmin(context)
            ? new { ready = missing.Length == 0, missing = names, problems = missing.ToDictionary(answer => answer.Name, answer => answer.Problem, StringComparer.Ordinal) }
            : new { ready = missing.Length == 0, missing = names };
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private async Task<(string Name, string? Problem)> ProblemAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return (check.Name, await check.CheckAsync(limit.Token).WaitAsync(Patience, time, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await limit.CancelAsync();
            return (check.Name, exception is TimeoutException ? "did not answer within 2 seconds" : $"failed with {exception.GetType().Name}");
        }
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
