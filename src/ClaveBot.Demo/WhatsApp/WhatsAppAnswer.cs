using System.Text.Json.Nodes;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>What Twilio answers: a resource, or an error in its own shape.</summary>
internal sealed record WhatsAppAnswer(int Status, JsonObject? Body)
{
    public static WhatsAppAnswer Ok(JsonObject resource) => new(StatusCodes.Status200OK, resource);

    public static WhatsAppAnswer Created(JsonObject resource) => new(StatusCodes.Status201Created, resource);

    public static WhatsAppAnswer NoContent() => new(StatusCodes.Status204NoContent, null);

    public static WhatsAppAnswer Refused(int status, int code, string message) => new(status, new JsonObject
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{code}",
        ["status"] = status,
    });

    public static WhatsAppAnswer BadRequest(int code, string message) => Refused(StatusCodes.Status400BadRequest, code, message);

    public static WhatsAppAnswer NotFound(string path) =>
        Refused(StatusCodes.Status404NotFound, 20404, $"The requested resource {path} was not found");

    public static WhatsAppAnswer Fault(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => Refused(status, 20429, "Too Many Requests"),
        StatusCodes.Status403Forbidden => Refused(status, 20403, "Forbidden"),
        _ => Refused(status, 20500, "An internal server error has occurred"),
    };
}
