namespace ClaveBot.Mail;

/// <summary>Text of unknown origin on its way into a mail.</summary>
internal static class OneLine
{
    private const int Longest = 100;

    /// <summary>The text on one line: every control character and line separator becomes a space; cut after 100 characters.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        return line.Length <= Longest ? line : line[..Longest];
    }
}
