using ClaveBot.Redis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaveBot.Webhooks;

/// <summary>Nothing was committed, so nothing is acknowledged: 503 while the store is away, and the messenger is asked to come again; else 500.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StoreAwayFilterAttribute : ExceptionFilterAttribute
{
    /// <summary>In seconds; Telegram then waits this long in place of its own schedule.</summary>
    public const string RetryAfter = "5";

    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is not StoreUnavailableException)
        {
            // The server would log the exception, whose message may quote what somebody wrote; what may be told of it has been logged.
            context.Result = new StatusCodeResult(StatusCodes.Status500InternalServerError);
            return;
        }

        context.HttpContext.Response.Headers.RetryAfter = RetryAfter;
        context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }
}
