using ClaveBot.Redis;
using ClaveBot.Web.Pages;

namespace ClaveBot.Web.Http;

internal static class ErrorPages
{
    /// <summary>Every error that a browser may see is a page in the usual layout that says what to do.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception switch
            {
                StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            },
            ExceptionHandler = ShowAsync,
        })
        .UseStatusCodePages(context => ShowAsync(context.HttpContext));

    private static Task ShowAsync(HttpContext context) => Notices.ForStatus(context.Response.StatusCode).ShowAsync(context);
}
