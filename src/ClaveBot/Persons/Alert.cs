using System.Text.Json.Serialization;
using ClaveBot.Conversation;

namespace ClaveBot.Persons;

/// <summary>A chat was told that the clave changed elsewhere, and may have the account frozen, once.</summary>
/// <param name="Id">Of the change.</param>
/// <param name="Digits">Whose account; the record that holds it is sealed.</param>
/// <param name="At">When it changed.</param>
public sealed record Alert(
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("w")] string Digits,
    [property: JsonPropertyName("t"), JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset At)
{
    /// <summary>So long "no fui yo" can be said. Later the person is told where to report it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>What its button says when it is pressed: unlike other buttons it stays good when the conversation goes on.</summary>
    [JsonIgnore]
    public string Payload => $"{Trigger.NotMe}:{Id[..Math.Min(Id.Length, IdShown)]}";

    // Telegram's callback data has 64 bytes.
    private const int IdShown = 48;

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => "(alert)";
}
