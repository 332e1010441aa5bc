using System.Text.Json.Serialization;
using ClaveBot.Channels;
using ClaveBot.Texts;

namespace ClaveBot.Handoff;

/// <summary>
/// What a person's conversation and the operators' group tell each other about a case. It is committed with the turn, sealed, and
/// delivered until it has had its effect once.
/// </summary>
public sealed record CaseEvent
{
    /// <summary>Its own, the same however often it is delivered.</summary>
    [JsonPropertyName("i")]
    public required string Id { get; init; }

    [JsonPropertyName("k"), JsonConverter(typeof(JsonStringEnumConverter<CaseEventKind>))]
    public required CaseEventKind Kind { get; init; }

    /// <summary>Whose case: the person's conversation.</summary>
    [JsonPropertyName("c")]
    public required string Case { get; init; }

    /// <summary>What was written, with <see cref="CaseEventKind.Asked"/> and <see cref="CaseEventKind.Answered"/>.</summary>
    [JsonPropertyName("t")]
    public string? Text { get; init; }

    /// <summary>With <see cref="CaseEventKind.Asked"/>: the first text of its case.</summary>
    [JsonPropertyName("f"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFirst { get; init; }

    /// <summary>With <see cref="CaseEventKind.Taken"/>: how many wait for an answer for longer.</summary>
    [JsonPropertyName("n"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Ahead { get; init; }

    /// <summary>Where the person writes.</summary>
    [JsonPropertyName("h"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Channel Channel { get; init; }

    /// <summary>The person's.</summary>
    [JsonPropertyName("l"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Language Language { get; init; }

    /// <summary>Whether the group is told; else the person.</summary>
    [JsonIgnore]
    public bool IsForGroup => Kind < CaseEventKind.Taken;

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => $"({Kind})";
}

/// <summary>What is told. The names are stored; those for the group come first.</summary>
public enum CaseEventKind
{
    /// <summary>The person wrote something.</summary>
    Asked,

    /// <summary>The person went back to the bot.</summary>
    Left,

    /// <summary>Nobody answered in time, and the bot took over.</summary>
    TimedOut,

    /// <summary>The operators ended the case, and the person knows.</summary>
    Closed,

    /// <summary>An answer did not arrive: the person is not in this talk any more.</summary>
    Over,

    /// <summary>An answer did not arrive: the person blocked the bot or is gone.</summary>
    Unreachable,

    /// <summary>An answer did not arrive: WhatsApp takes none so long after the person's last message.</summary>
    TooLate,

    /// <summary>An answer did not arrive: WhatsApp takes none now, but the person was told by a template that there is one.</summary>
    Notified,

    /// <summary>An answer did not arrive: the messenger did not take it.</summary>
    NotDelivered,

    /// <summary>The person's first text is with the group.</summary>
    Taken,

    /// <summary>An operator answers.</summary>
    Answered,

    /// <summary>An operator ended the case.</summary>
    Ended,

    /// <summary>What the person wrote did not get into the group.</summary>
    NotPassedOn,
}
