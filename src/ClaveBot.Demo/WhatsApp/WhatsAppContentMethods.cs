using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Twilio's Content API, v1: create, list by page, fetch and delete resources, and fetch their approval.</summary>
internal sealed class WhatsAppContentMethods(WhatsAppContents contents, Func<string> server)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public static bool Knows(HttpRequest request) => request.Path.StartsWithSegments("/v1/Content", StringComparison.Ordinal);

    public async Task<WhatsAppAnswer> AnswerAsync(HttpRequest request) => (request.Method, request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("POST", [_, _]) => await CreateAsync(request),
        ("GET", [_, _]) => List(request),
        ("GET", [_, _, var sid]) when contents.Find(sid) is { } content => WhatsAppAnswer.Ok((JsonObject)content.Resource.DeepClone()),
        ("GET", [_, _, var sid, "ApprovalRequests"]) when contents.Find(sid) is { } content => WhatsAppAnswer.Ok(Approval(content)),
        ("DELETE", [_, _, var sid]) when contents.Remove(sid) => WhatsAppAnswer.NoContent(),
        _ => WhatsAppAnswer.NotFound(request.Path),
    };

    private async Task<WhatsAppAnswer> CreateAsync(HttpRequest request)
    {
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            body = null;
        }

        return body is null ? WhatsAppAnswer.BadRequest(20001, "The body is no JSON object")
            : WhatsAppContentLimits.Fault(body) is { } fault ? WhatsAppAnswer.BadRequest(20001, fault)
            : WhatsAppAnswer.Created((JsonObject)contents.Add(body, "unsubmitted").Resource.DeepClone());
    }

    private WhatsAppAnswer List(HttpRequest request)
    {
        var size = Math.Clamp(Number(request, "PageSize", DefaultPageSize), 1, MaxPageSize);
        var page = Number(request, "Page", 0);
        var found = contents.All().Skip(page * size).Take(size + 1).Select(content => content.Resource.DeepClone()).ToList();
        return WhatsAppAnswer.Ok(new JsonObject
        {
            ["contents"] = new JsonArray([.. found.Take(size)]),
            ["meta"] = new JsonObject
            {
                ["key"] = "contents",
                ["page"] = page,
                ["page_size"] = size,
                ["url"] = PageUrl(page, size),
                ["first_page_url"] = PageUrl(0, size),
                ["previous_page_url"] = page > 0 ? PageUrl(page - 1, size) : null,
                ["next_page_url"] = found.Count > size ? PageUrl(page + 1, size) : null,
            },
        });
    }

    private static JsonObject Approval(WhatsAppContent content) => new()
    {
        ["sid"] = content.Sid,
        ["account_sid"] = content.Resource["account_sid"]!.DeepClone(),
        ["whatsapp"] = content.Approval is "unsubmitted" ? null : new JsonObject { ["type"] = "whatsapp", ["status"] = content.Approval, ["category"] = "UTILITY" },
        ["url"] = $"https://content.twilio.com/v1/Content/{content.Sid}/ApprovalRequests",
    };

    private string PageUrl(int page, int size) => string.Create(CultureInfo.InvariantCulture, $"{server()}/v1/Content?PageSize={size}&Page={page}");

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
