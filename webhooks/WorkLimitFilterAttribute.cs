using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Webhooks;

/// <summary>Telegram's <see cref="WorkLimit"/>: after its secret is proven, before the body is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkLimitFilterAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var limits = context.HttpContext.RequestServices.GetRequiredService<WebhookLimits>();
        if (await limits.Telegram.EnterAsync(context.HttpContext))
            await next();
        else
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }
}
