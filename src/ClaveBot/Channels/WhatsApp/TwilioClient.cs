using System.Net.Http.Headers;
using System.Text.Json;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>What ClaveBot needs of Twilio's REST API (twilio.com/docs/messaging/api/message-resource).</summary>
public sealed class TwilioClient(WhatsAppSettings settings, HttpClient http, TimeProvider clock)
{
    private readonly Uri messages = new(
        $"{settings.ApiUrl.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(settings.AccountSid)}/Messages.json");

    private readonly AuthenticationHeaderValue authorization = TwilioAuthorization.Of(settings);

    /// <summary>Creates a message from the configured sender. Asked once: nothing is repeated here.</summary>
    /// <param name="fields">Twilio's parameters but From: To, Body or ContentSid, …</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="HttpRequestException">Twilio was not reached, or the connection ended before its answer.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    public Task<TwilioReply> CreateMessageAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        PostAsync(messages, [new("From", settings.FromAddress), .. fields], cancellationToken);

    /// <summary>Empties Twilio's copy of a message. The person's phone still shows it.</summary>
    /// <param name="sid">The message's.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="HttpRequestException">Twilio was not reached, or the connection ended before its answer.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    public Task<TwilioReply> RedactAsync(string sid, CancellationToken cancellationToken) =>
        PostAsync(new Uri(messages, $"Messages/{Uri.EscapeDataString(sid)}.json"), [new("Body", "")], cancellationToken);

    /// <summary>The newest messages to or from somebody, newest first.</summary>
    /// <param name="filter">Twilio's parameters, such as To.</param>
    /// <param name="page">The <see cref="TwilioPage.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Null when Twilio does not give such a list.</returns>
    /// <exception cref="HttpRequestException">Twilio was not reached, cannot answer now, or the connection ended before its answer.</exception>
    /// <exception cref="OperationCanceledException">The client's timeout passed, or <paramref name="cancellationToken"/> asked for it.</exception>
    public async Task<TwilioPage?> ListMessagesAsync(
        IEnumerable<KeyValuePair<string, string>> filter, string? page, CancellationToken cancellationToken)
    {
        // The path of a next page comes from outside: it is only ever asked of the configured server.
        var query = string.Join('&', filter.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var url = page is null ? new Uri($"{messages}?{query}") : new Uri(messages, page);
        if (!Uri.IsWellFormedUriString(url.AbsoluteUri, UriKind.Absolute) || url.Authority != messages.Authority || url.Scheme != messages.Scheme)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = authorization } };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        if ((int)response.StatusCode is 429 or >= 500)
            throw new HttpRequestException(HttpRequestError.InvalidResponse, statusCode: response.StatusCode);
        return response.IsSuccessStatusCode ? TwilioPage.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) : null;
    }

    private async Task<TwilioReply> PostAsync(Uri resource, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, resource)
        {
            Headers = { Authorization = authorization },
            Content = new FormUrlEncodedContent(fields),
        };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var (sid, code) = Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new TwilioReply((int)response.StatusCode, sid, code, Wait(response.Headers.RetryAfter));
    }

    /// <summary>Both kinds of answer are JSON objects: a message has a sid, an error a code. Anything else tells nothing.</summary>
    private static (string? Sid, int? Code) Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return default;
            var sid = root.TryGetProperty("sid", out var s) && s.ValueKind == JsonValueKind.String ? s.GetString() : null;
            return (sid, root.TryGetProperty("code", out var c) && c.ValueKind == JsonValueKind.Number && c.TryGetInt32(out var code) ? code : null);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }
}

/// <summary>Twilio's answer.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="Sid">The new message's; null in an error.</param>
/// <param name="Code">Twilio's error code (twilio.com/docs/api/errors); null without an error.</param>
/// <param name="RetryAfter">How long Twilio asked to wait.</param>
public sealed record TwilioReply(int Status, string? Sid, int? Code, TimeSpan? RetryAfter);
