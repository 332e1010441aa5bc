namespace ClaveBot.Demo.Wire;

/// <summary>One call that the bot made to the emulated platform.</summary>
/// <param name="Name">Telegram: the method; Twilio: HTTP method and kind of resource.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Status">The HTTP status it was answered with; 0 when it hung or was cut.</param>
public sealed record ApiCall(string Name, DateTimeOffset At, int Status);
