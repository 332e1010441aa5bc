using Microsoft.AspNetCore.Http.Features;

namespace ClaveBot.Web.Http;

/// <summary>
/// Reads a page's form before the page does, within 16 KB, so that whatever bytes somebody posts end in an answer below 500.
/// Later readers get the form that was read here.
/// </summary>
internal sealed class FormGuard(RequestDelegate next)
{
    private const long FormBytes = 16 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && await ProblemAsync(context) is { } status)
            context.Response.StatusCode = status;
        else
            await next(context);
    }

    private static async Task<int?> ProblemAsync(HttpContext context)
    {
        if (context.Request.ContentLength > FormBytes)
            return StatusCodes.Status413PayloadTooLarge;
        if (!context.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = FormBytes;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        // The last one is for a charset that the framework knows and refuses, UTF-7.
        catch (Exception exception) when (exception is InvalidDataException or IOException or OperationCanceledException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
