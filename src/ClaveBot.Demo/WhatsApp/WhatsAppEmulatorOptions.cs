namespace ClaveBot.Demo.WhatsApp;

/// <summary>How the emulated Twilio is set up.</summary>
/// <param name="AccountSid">The one account it knows.</param>
/// <param name="AuthToken">Authorises calls and signs webhooks.</param>
/// <param name="From">The bot's sender, <c>whatsapp:+…</c>.</param>
/// <param name="Port">Where it listens on loopback; 0 picks a free port.</param>
/// <param name="Folder">Where messages are kept; null keeps them in memory.</param>
public sealed record WhatsAppEmulatorOptions(string AccountSid, string AuthToken, string From, int Port = 0, string? Folder = null)
{
    /// <summary>
    /// Refuses a message that WhatsApp would not deliver in the answer to the call (400) instead of accepting it (201) and telling by
    /// status callback, which is what Twilio mostly does.
    /// </summary>
    public bool RefusesAtOnce { get; init; }

    /// <summary>Whether Twilio takes STOP, START and their like itself and refuses to send in between (21610).</summary>
    public bool TakesStopWords { get; init; }
}
