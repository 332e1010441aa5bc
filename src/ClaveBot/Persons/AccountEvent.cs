using System.Text.Json.Serialization;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;

namespace ClaveBot.Persons;

/// <summary>
/// Something that happened to an account in one conversation, on its way to all else that it concerns: the person's entry, other chats,
/// the directory, the audit. It is committed with the turn, sealed, and handed over until all of them have it; each knows its id.
/// </summary>
public sealed record AccountEvent
{
    /// <summary>Its own, the same however often it is handed over.</summary>
    [JsonPropertyName("i")]
    public required string Id { get; init; }

    [JsonPropertyName("k"), JsonConverter(typeof(JsonStringEnumConverter<AccountEventKind>))]
    public required AccountEventKind Kind { get; init; }

    /// <summary>Whose account: <see cref="PersonKey.Hash"/>; empty for a chat in which nobody ever proved a clave.</summary>
    [JsonPropertyName("p")]
    public string Person { get; init; } = "";

    /// <summary>The cédula, where a chat or the directory must be able to act on it later; else null.</summary>
    [JsonPropertyName("w")]
    public string? Digits { get; init; }

    /// <summary>Of the conversation where it happened.</summary>
    [JsonPropertyName("c")]
    public Channel Channel { get; init; }

    [JsonPropertyName("t"), JsonConverter(typeof(UnixMilliseconds))]
    public required DateTimeOffset At { get; init; }

    /// <summary>The key; null when it concerns nobody.</summary>
    [JsonIgnore]
    public PersonKey? Who => Person.Length == 0 ? null : PersonKey.Parse(Person);

    /// <summary>An event about somebody.</summary>
    public static AccountEvent Of(AccountEventKind kind, string id, Cedula cedula, KeyRing keys, Channel channel, DateTimeOffset at) =>
        new() { Id = id, Kind = kind, Person = PersonKey.Of(cedula, keys).Hash, Digits = cedula.Digits, Channel = channel, At = at };

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => $"({Kind})";
}

/// <summary>What happened. The names are stored.</summary>
public enum AccountEventKind
{
    /// <summary>The clave was proven in the chat: it is bound to the person.</summary>
    Proven,

    /// <summary>The clave changed: the person's trusted chats are told.</summary>
    Changed,

    /// <summary>A trusted chat asks for the account to be frozen.</summary>
    Freeze,

    /// <summary>The directory has frozen it.</summary>
    Frozen,

    /// <summary>The chat was erased at the person's request.</summary>
    Erased,

    /// <summary>The chat's retention is over.</summary>
    Forgotten,
}
