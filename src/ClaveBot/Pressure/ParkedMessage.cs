using System.Text.Json.Serialization;
using ClaveBot.Channels;

namespace ClaveBot.Pressure;

/// <summary>All that is kept of a message on which the bot itself broke; never what it said.</summary>
/// <param name="Id">Telegram's update id or Twilio's MessageSid.</param>
/// <param name="Exception">The type alone: its message could quote.</param>
/// <param name="Build">Which release broke.</param>
public sealed record ParkedMessage(string Id, Channel Channel, string Exception, string Build, DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ParkedMessage))]
internal sealed partial class ParkedMessageFormat : JsonSerializerContext;
