namespace ClaveBot.Demo.WhatsApp;

/// <summary>Words that Twilio may take itself when they are the whole text; it then adds OptOutType to the form.</summary>
internal static class WhatsAppStopWords
{
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase) { "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT" };
    private static readonly HashSet<string> Starts = new(StringComparer.OrdinalIgnoreCase) { "START", "YES", "UNSTOP" };

    /// <summary>STOP, START, or null for any other text.</summary>
    public static string? Type(string text)
    {
        var word = text.Trim();
        if (Stops.Contains(word))
            return "STOP";
        return Starts.Contains(word) ? "START" : null;
    }
}
