namespace ClaveBot.Channels.WhatsApp;

/// <summary>What Twilio's answer means for the message (codes: twilio.com/docs/api/errors). Reasons name codes only, never Twilio's text: it may hold a phone number.</summary>
internal static class TwilioFailure
{
    public static SendResult Read(TwilioReply reply) => reply switch
    {
        { Status: >= 200 and < 300 } => new SendResult.Sent(TwilioSid.Short(reply.Sid)),
        { Code: 63018 or 63017 or 20429 } or { Status: 429 } => Retry(reply, "too many messages"),
        { Code: 63038 } => Retry(reply, "the account's daily limit at Twilio is reached"),
        { Code: 63014 } => Undeliverable(reply, "blocked by the person", unreachable: true),
        { Code: 21610 } => Undeliverable(reply, "the person opted out", unreachable: true),
        { Code: 63024 } => Undeliverable(reply, "not a WhatsApp recipient", unreachable: true),
        { Code: 63016 } => Undeliverable(reply, "more than 24 hours after the person's last message"),
        { Code: 63021 } or { Code: 21655 or 21656 } => Undeliverable(reply, "the content is not valid"),
        { Status: 401 } => Retry(reply, "the account or its token is not accepted"),
        { Status: >= 400 and < 500 and not 408 } => Undeliverable(reply, "refused"),
        // Whether it was created before the server failed is not known.
        _ => Retry(reply, "no answer to go by") with { MayBeSent = true },
    };

    /// <summary>Twilio surely did not take it, and what it did not take is the content and not the person: the same words as plain text may pass.</summary>
    public static bool IsOfContent(TwilioReply reply) =>
        reply is { Status: >= 400 and < 500, Code: 21654 or 21655 or 21656 or 63005 or 63013 or 63021 or (>= 92000 and < 93000) };

    /// <summary>What Twilio's answer to emptying a message means. One that is not there holds nothing any more.</summary>
    public static SendResult ReadRedaction(TwilioReply reply) => reply.Status switch
    {
        404 => new SendResult.Sent(),
        // Not while Twilio is still busy with the message, as it is until our 200.
        409 => Retry(reply, "the message is not finished yet"),
        _ => Read(reply),
    };

    private static SendResult.Retry Retry(TwilioReply reply, string meaning) => new(reply.RetryAfter, Name(reply, meaning));

    private static SendResult.Undeliverable Undeliverable(TwilioReply reply, string meaning, bool unreachable = false) =>
        new(Name(reply, meaning), unreachable);

    private static string Name(TwilioReply reply, string meaning) =>
        reply.Code is { } code ? $"Twilio {code} (HTTP {reply.Status}): {meaning}" : $"Twilio HTTP {reply.Status}: {meaning}";
}
