namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// The words that Twilio may take itself when they are the whole text (twilio.com/docs/messaging/tutorials/advanced-opt-out). It then refuses to
/// send (error 21610) until one of the second kind comes, so that nothing of ours may tell people to type one of the first.
/// </summary>
public static class WhatsAppWords
{
    /// <summary>Twilio's words for the end of all messages.</summary>
    public static IReadOnlyList<string> Stops { get; } = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

    // The others may be meant for the conversation, and are where Twilio did not take them.
    private static readonly string[] SurelyStops = ["STOP", "STOPALL", "UNSUBSCRIBE"];

    /// <summary>What a text means.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="optOut">Twilio's OptOutType: STOP when it took the text for its own; null when it says nothing.</param>
    public static IncomingContent Read(string text, string? optOut)
    {
        var word = text.Trim();
        if (optOut is "STOP" || SurelyStops.Contains(word, StringComparer.OrdinalIgnoreCase))
            return new IncomingContent.OptedOut();
        // START shows the menu, as on Telegram; of YES, which Twilio counts here too, only the conversation knows what it answers.
        return new IncomingContent.Text(word.Equals("UNSTOP", StringComparison.OrdinalIgnoreCase) ? "START" : text);
    }
}
