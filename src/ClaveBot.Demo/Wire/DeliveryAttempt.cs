using System.Net;

namespace ClaveBot.Demo.Wire;

/// <summary>One post to the bot's webhook.</summary>
/// <param name="Id">Telegram: the update id; Twilio: the MessageSid.</param>
/// <param name="At">When its outcome was known.</param>
/// <param name="Status">The bot's answer; null when there was none in time.</param>
/// <param name="NextIn">How long until the next try; null when there will be none.</param>
public sealed record DeliveryAttempt(string Id, DateTimeOffset At, HttpStatusCode? Status, TimeSpan? NextIn)
{
    /// <summary>Whether the bot took it: any 2xx.</summary>
    public bool Taken => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;
}
