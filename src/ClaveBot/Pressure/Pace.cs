using System.Text.Json.Serialization;

namespace ClaveBot.Pressure;

/// <summary>How fast somebody writes, as the record keeps it; nothing is kept of whoever writes calmly.</summary>
public sealed record Pace
{
    /// <summary>How far the last message came before its turn, in milliseconds.</summary>
    [JsonPropertyName("b"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Ahead { get; init; }

    /// <summary>The last message was answered with when to go on.</summary>
    [JsonPropertyName("w"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWaiting { get; init; }
}
