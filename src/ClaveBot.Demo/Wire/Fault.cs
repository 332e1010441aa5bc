namespace ClaveBot.Demo.Wire;

/// <summary>What the emulated platform does wrong, to a call of the bot.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>Answers with an HTTP status of 400 or more and the platform's own error shape; nothing is done.</summary>
    /// <param name="Status">429, 500, 403 …</param>
    /// <param name="RetryAfterSeconds">What a 429 asks to wait.</param>
    public sealed record Refuse(int Status, int? RetryAfterSeconds = null) : Fault;

    /// <summary>Never answers; nothing is done.</summary>
    public sealed record Hang : Fault;

    /// <summary>Does what was asked, then cuts the connection instead of answering.</summary>
    public sealed record CutAfterAccept : Fault;
}
