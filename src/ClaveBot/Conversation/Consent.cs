using System.Text.Json.Serialization;

namespace ClaveBot.Conversation;

/// <summary>What somebody was told, or agreed to, in this chat: its channel is that of the record.</summary>
/// <param name="For">What for.</param>
/// <param name="Notice">The version of what the bot says about privacy.</param>
/// <param name="At">When.</param>
public sealed record Consent(
    [property: JsonPropertyName("f")] ConsentFor For,
    [property: JsonPropertyName("n")] int Notice,
    [property: JsonPropertyName("t"), JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset At)
{
    /// <summary>The version of today; raise it when what is kept, for how long, or who sees it changes.</summary>
    public const int CurrentNotice = 1;
}

/// <summary>What a consent is for. The numbers are stored.</summary>
public enum ConsentFor
{
    /// <summary>The conversation itself: its first message says where to read what is kept.</summary>
    Conversation = 1,

    /// <summary>A message that comes unasked on the day the person chose; taken back with the reminder.</summary>
    Reminder = 2,
}

/// <summary>What a chat agreed to.</summary>
internal static class Consents
{
    public static bool Has(this IReadOnlyList<Consent> consents, ConsentFor what) => consents.Any(consent => consent.For == what);

    public static IReadOnlyList<Consent> With(this IReadOnlyList<Consent> consents, ConsentFor what, DateTimeOffset now) =>
        [.. consents.Without(what), new(what, Consent.CurrentNotice, now)];

    public static IReadOnlyList<Consent> Without(this IReadOnlyList<Consent> consents, ConsentFor what) => [.. consents.Where(consent => consent.For != what)];
}
