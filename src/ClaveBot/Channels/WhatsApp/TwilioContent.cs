using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>What ClaveBot needs of Twilio's Content API (twilio.com/docs/content/content-api-resources).</summary>
public sealed class TwilioContent(WhatsAppSettings settings, HttpClient http)
{
    // An account has some dozens; a list without an end is not followed.
    private const int MostPages = 50;

    private readonly Uri contents = new($"{settings.ContentApiUrl.TrimEnd('/')}/v1/Content");
    private readonly AuthenticationHeaderValue authorization = TwilioAuthorization.Of(settings);

    /// <summary>The SIDs of all of the account's resources by their names; of those of one name the one that sorts first.</summary>
    /// <exception cref="TwilioRefusedException">Twilio refuses, and will again.</exception>
    /// <exception cref="HttpRequestException">Twilio was not reached or cannot answer now.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Uri(contents + "?PageSize=500");
        for (var page = 0; page < MostPages && next is not null; page++)
        {
            using var answer = await AskAsync(HttpMethod.Get, next, body: null, cancellationToken);
            foreach (var item in Items(answer.RootElement))
            {
                if (Word(item, "friendly_name") is { } name && Word(item, "sid") is { } sid
                    && (!found.TryGetValue(name, out var other) || string.CompareOrdinal(sid, other) < 0))
                    found[name] = sid;
            }

            next = Next(answer.RootElement);
        }

        return found;
    }

    /// <summary>Creates a resource; its SID.</summary>
    /// <exception cref="TwilioRefusedException">Twilio refuses, and will again.</exception>
    /// <exception cref="HttpRequestException">Twilio was not reached or cannot answer now.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    internal async Task<string> CreateAsync(ContentTemplate template, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(HttpMethod.Post, contents, template.Request().ToJsonString(), cancellationToken);
        return Word(answer.RootElement, "sid") ?? throw new TwilioRefusedException("it names no SID");
    }

    /// <summary>Whether WhatsApp approved a template, in Twilio's words: approved, pending, rejected, unsubmitted …; null when there is no such template.</summary>
    /// <exception cref="TwilioRefusedException">Twilio refuses, and will again.</exception>
    /// <exception cref="HttpRequestException">Twilio was not reached or cannot answer now.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    public async Task<string?> ApprovalAsync(string sid, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await AskAsync(HttpMethod.Get, new Uri($"{contents}/{Uri.EscapeDataString(sid)}/ApprovalRequests"), body: null, cancellationToken);
            return answer.RootElement.TryGetProperty("whatsapp", out var whatsApp) && whatsApp.ValueKind == JsonValueKind.Object
                ? Word(whatsApp, "status") ?? "unknown"
                : "unsubmitted";
        }
        catch (TwilioRefusedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<JsonDocument> AskAsync(HttpMethod method, Uri url, string? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Headers = { Authorization = authorization } };
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var status = (int)response.StatusCode;
        if (status is 408 or 429 or >= 500)
            throw new HttpRequestException(HttpRequestError.InvalidResponse, statusCode: response.StatusCode);
        if (!response.IsSuccessStatusCode)
            throw new TwilioRefusedException($"HTTP {status}", status);
        try
        {
            var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (answer.RootElement.ValueKind == JsonValueKind.Object)
                return answer;
            answer.Dispose();
        }
        catch (JsonException)
        {
            throw new TwilioRefusedException("no JSON");
        }

        throw new TwilioRefusedException("no JSON object");
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) =>
        page.TryGetProperty("contents", out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The next page comes from outside: it is only ever asked of the configured server.</summary>
    private Uri? Next(JsonElement page) =>
        page.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object && Word(meta, "next_page_url") is { Length: > 0 } next
            && Uri.TryCreate(contents, next, out var url) && url.Authority == contents.Authority && url.Scheme == contents.Scheme ? url : null;

    private static string? Word(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Twilio said no, and will again until somebody changes something. The message holds nothing of Twilio's text.</summary>
public sealed class TwilioRefusedException(string message, int status = 0) : Exception(message)
{
    /// <summary>HTTP's; 0 when the answer made no sense.</summary>
    public int Status => status;
}
