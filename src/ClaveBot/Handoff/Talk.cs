using System.Text.Json.Serialization;
using ClaveBot.Conversation;

namespace ClaveBot.Handoff;

/// <summary>What a record knows of writing to a person: a person's about its own case, the group's about who waits.</summary>
public sealed record Talk
{
    /// <summary>When the bot takes over again unless somebody writes; default outside the state.</summary>
    [JsonPropertyName("u"), JsonConverter(typeof(UnixMilliseconds)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset Until { get; init; }

    /// <summary>The same; null outside the state.</summary>
    [JsonIgnore]
    public DateTimeOffset? End => Until > default(DateTimeOffset) ? Until : null;

    /// <summary>The last message offered to write to somebody.</summary>
    [JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOffered { get; init; }

    /// <summary>Something was passed on: the group knows of this case.</summary>
    [JsonPropertyName("w"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasWritten { get; init; }

    /// <summary>Nobody answered what was written last.</summary>
    [JsonPropertyName("a"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWaiting { get; init; }

    /// <summary>A template said that there is an answer, and nothing was written since.</summary>
    [JsonPropertyName("n"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNotified { get; init; }

    /// <summary>In the group's record: who waits for an answer, the longest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Waiting> Queue
    {
        get => StoredQueue ?? [];
        init => StoredQueue = value.Count == 0 ? null : value;
    }

    [JsonInclude, JsonPropertyName("q"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<Waiting>? StoredQueue { get; init; }

    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(talk)";
}

/// <summary>A case in which the person wrote and nobody answered since.</summary>
/// <param name="Case">The person's conversation.</param>
/// <param name="Since">When the first of these texts came.</param>
public sealed record Waiting(
    [property: JsonPropertyName("c")] string Case,
    [property: JsonPropertyName("s"), JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset Since)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(waiting)";
}
