using System.Text.Json.Serialization;

namespace ClaveBot.Channels;

/// <summary>Where a chat is.</summary>
/// <param name="Channel">The messenger.</param>
/// <param name="Id">
/// The messenger's own name of the chat: Telegram's chat id in decimal; on WhatsApp Twilio's address
/// (<c>whatsapp:+593…</c>) or, for somebody without a phone number, what Twilio sends in its place. Opaque: never parsed.
/// </param>
public sealed record ChatAddress(
    [property: JsonPropertyName("c")] Channel Channel,
    [property: JsonPropertyName("i")] string Id)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(chat)";
}
