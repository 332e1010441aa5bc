using System.Net;

namespace ClaveBot.Demo.Wire;

/// <summary>Posts to the bot's webhook as a messenger's servers do: no redirects, no cookies, a deadline on the injected clock.</summary>
internal sealed class WebhookClient(TimeProvider time) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The answer, or why there was none.</summary>
    public async Task<WebhookAnswer> PostAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            return new WebhookAnswer(response.StatusCode, body, response.Headers.RetryAfter?.Delta, WebhookFailure.None);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WebhookAnswer.Nothing(WebhookFailure.TimedOut);
        }
        catch (HttpRequestException)
        {
            return WebhookAnswer.Nothing(WebhookFailure.NotConnected);
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back from the webhook.</summary>
internal sealed record WebhookAnswer(HttpStatusCode? Status, string Body, TimeSpan? RetryAfter, WebhookFailure Failure)
{
    public bool Taken => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    public static WebhookAnswer Nothing(WebhookFailure failure) => new(null, "", null, failure);
}

/// <summary>Why there was no answer.</summary>
internal enum WebhookFailure
{
    None,
    NotConnected,
    TimedOut,
}
