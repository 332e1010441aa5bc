using ClaveBot.Pressure;
using ClaveBot.Redis;

namespace ClaveBot.Web.Operators;

/// <summary><c>/parked</c> on the admin port: the messages on which the bot broke, the newest first, as JSON.</summary>
internal static class ParkedList
{
    public static async Task ShowAsync(HttpContext context)
    {
        try
        {
            var parked = await context.RequestServices.GetRequiredService<ParkedMessages>().ListAsync();
            await context.Response.WriteAsJsonAsync(
                parked.Select(message => new { message.Id, channel = message.Channel.ToString(), message.Exception, message.Build, message.At }), context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
