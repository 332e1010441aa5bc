using ClaveBot.Redis;
using ClaveBot.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;

namespace ClaveBot.Tests.Webhooks;

public sealed class StoreAwayFilterTests
{
    [Fact]
    public void R4_with_the_store_away_the_messenger_is_asked_to_come_again()
    {
        var context = After(new StoreUnavailableException("away", new TimeoutException()));

        context.Result.ShouldBeOfType<StatusCodeResult>().StatusCode.ShouldBe(503);
        context.HttpContext.Response.Headers.RetryAfter.ToString().ShouldBe("5");
    }

    [Fact]
    public void Any_other_exception_is_500_and_reaches_no_log() =>
        After(new InvalidOperationException()).Result.ShouldBeOfType<StatusCodeResult>().StatusCode.ShouldBe(500);

    private static ExceptionContext After(Exception exception)
    {
        var context = new ExceptionContext(new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor()), []) { Exception = exception };
        new StoreAwayFilterAttribute().OnException(context);
        return context;
    }
}
