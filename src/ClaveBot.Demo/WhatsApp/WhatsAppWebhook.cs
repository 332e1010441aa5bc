using System.Globalization;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Where inbound messages go, and how often (Twilio, "Webhooks: Connection Overrides": <c>#rc=3&amp;rp=5xx,ct,rt</c>).</summary>
internal sealed record WhatsAppWebhook(Uri PublicUrl, Uri ConnectTo)
{
    private const int MostRetries = 5;

    /// <summary>How often a failed post is repeated: rc, 0–5, 1 when not given.</summary>
    public int Retries => int.TryParse(Override("rc"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostRetries) : 1;

    /// <summary>Whether this failure is among the causes of rp: a connection that fails unless something else is given.</summary>
    public bool Repeats(WebhookAnswer answer)
    {
        var causes = (Override("rp") ?? "ct").Split(',');
        if (causes.Contains("all", StringComparer.Ordinal))
            return true;
        var cause = answer switch
        {
            { Failure: WebhookFailure.NotConnected } => "ct",
            { Failure: WebhookFailure.TimedOut } => "rt",
            { Status: { } status } when (int)status >= 500 => "5xx",
            { Status: { } status } when (int)status >= 400 => "4xx",
            _ => "",
        };
        return causes.Contains(cause, StringComparer.Ordinal);
    }

    private string? Override(string name) => PublicUrl.Fragment.TrimStart('#').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && string.Equals(pair[0], name, StringComparison.Ordinal))
        .Select(pair => pair[1])
        .FirstOrDefault();
}
