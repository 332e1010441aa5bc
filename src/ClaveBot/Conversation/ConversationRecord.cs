using System.Text.Json.Serialization;
using ClaveBot.Channels;
using ClaveBot.Comments;
using ClaveBot.Conversation.Steps;
using ClaveBot.Handoff;
using ClaveBot.Persons;
using ClaveBot.Pressure;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What is remembered of one conversation; stored sealed. Nothing that people write is in it.</summary>
public sealed record ConversationRecord
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(conversation)";

    /// <summary>Where answers go.</summary>
    [JsonPropertyName("a")]
    public required ChatAddress Chat { get; init; }

    [JsonPropertyName("s"), JsonConverter(typeof(StateGraph.StateNames))]
    public State State { get; init; } = State.Menu;

    /// <summary>The version of the state graph that wrote this; 0 is not written.</summary>
    [JsonPropertyName("g"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Graph { get; init; }

    /// <summary>The number of the last message with buttons; 0 before the first. A press names the turn its button came from.</summary>
    [JsonPropertyName("t")]
    public int Turn { get; init; }

    [JsonPropertyName("l")]
    public Language Language { get; init; } = Language.Spanish;

    /// <summary>The one-time link that was sent last, until it is known to have ended.</summary>
    [JsonPropertyName("k"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenLink? Link { get; init; }

    [JsonPropertyName("i")]
    public SeenIds Seen { get; init; } = new();

    /// <summary>When the person last wrote.</summary>
    [JsonPropertyName("w"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset LastMessageAt { get; init; }

    /// <summary>When the bot itself last did something here, such as ending a link; retention counts from the later of the two.</summary>
    [JsonPropertyName("v"), JsonConverter(typeof(UnixMilliseconds)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>The later of the two, or what is still to come: the reminder, the end of a talk with a person.</summary>
    [JsonIgnore]
    internal DateTimeOffset LastThingAt
    {
        get
        {
            var last = LastEventAt > LastMessageAt ? LastEventAt : LastMessageAt;
            last = Talk?.End is { } over && over > last ? over : last;
            return Reminder is { } reminder && reminder > last ? reminder : last;
        }
    }

    /// <summary>The chat took nothing any more (blocked, gone): nothing is sent to it by itself until the person writes again.</summary>
    [JsonPropertyName("x"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnreachable { get; init; }

    /// <summary>How fast the person writes; null: calmly.</summary>
    [JsonPropertyName("f"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Pace? Pace { get; init; }

    /// <summary>The <see cref="Pause.Id"/> of the operators' pause that the person was told of; 0: of none.</summary>
    [JsonPropertyName("p"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long PauseTold { get; init; }

    /// <summary>Who proved the clave here: <see cref="PersonKey.Hash"/> of each. Their entries name this chat.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Persons
    {
        get => StoredPersons ?? [];
        init => StoredPersons = value.Count == 0 ? null : value;
    }

    /// <summary>What this chat was told of and can have frozen; the newest last.</summary>
    [JsonIgnore]
    public IReadOnlyList<Alert> Alerts
    {
        get => StoredAlerts ?? [];
        init => StoredAlerts = value.Count == 0 ? null : value;
    }

    /// <summary>Where the person was before an aside; null outside one.</summary>
    [JsonPropertyName("r"), JsonConverter(typeof(StateGraph.StateNames)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public State? Before { get; init; }

    /// <summary>Of writing to a person; null: nothing to know.</summary>
    [JsonPropertyName("u"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Talk? Talk { get; init; }

    /// <summary>What the last message asked about ("¿quiso decir …?"), the likeliest first; empty when it offered the step's own choices.</summary>
    [JsonIgnore]
    public IReadOnlyList<Trigger> Offered
    {
        get => StoredOffered ?? [];
        init => StoredOffered = value.Count == 0 ? null : value;
    }

    /// <summary>What can be chosen now; number N of a typed answer is the Nth of these.</summary>
    [JsonIgnore]
    internal IReadOnlyList<Choice> Choices => Offered.Count > 0 ? Conversation.Choices.Of(Offered)
        : Talk is { IsOffered: true } ? [Conversation.Choices.AskPerson, .. StepBook.Of(State).ChoicesFor(this)]
        : StepBook.Of(State).ChoicesFor(this);

    /// <summary>The nonces of the last links before, which an erasure must find while Redis still has them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OldLinks
    {
        get => StoredOldLinks ?? [];
        init => StoredOldLinks = value.Count == 0 ? null : value;
    }

    /// <summary>When the person asked to be reminded of the change; null: not at all.</summary>
    [JsonPropertyName("m"), JsonConverter(typeof(UnixMilliseconds)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Reminder { get; init; }

    /// <summary>The last message was one that nobody asked for: no other such follows until the person writes.</summary>
    [JsonPropertyName("z"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNudged { get; init; }

    /// <summary>Until when the clave works that was chosen here last, as the directory said; null when it never expires or nobody knows.</summary>
    [JsonPropertyName("j"), JsonConverter(typeof(UnixMilliseconds)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ClaveUntil { get; init; }

    /// <summary>What the person was told or agreed to; a new one takes the place of the one for the same thing.</summary>
    [JsonIgnore]
    public IReadOnlyList<Consent> Consents
    {
        get => StoredConsents ?? [];
        init => StoredConsents = value.Count == 0 ? null : value;
    }

    /// <summary>The comments left here; their texts are stored apart.</summary>
    [JsonIgnore]
    public IReadOnlyList<CommentNote> Comments
    {
        get => StoredComments ?? [];
        init => StoredComments = value.Count == 0 ? null : value;
    }

    /// <summary>The texts of <see cref="Comments"/>, by their numbers, where they were asked for; null: not read.</summary>
    [JsonIgnore]
    internal IReadOnlyDictionary<int, string>? CommentTexts { get; init; }

    /// <summary>Nothing is left but the ids of the last messages, for a day: one that comes again must not begin a new conversation.</summary>
    [JsonIgnore]
    public bool IsErased => Chat.Id.Length == 0;

    /// <summary>For when the due index has this conversation: at the latest when somebody must look at it, and often earlier.</summary>
    [JsonPropertyName("d"), JsonConverter(typeof(UnixMilliseconds)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset EntryAt { get; init; }

    /// <summary>Revision of the stored record this was read from; 0 when there is none yet. Not part of the sealed text.</summary>
    [JsonIgnore]
    public long Revision { get; init; }

    // Most conversations have none of these, and an empty list would take room in each.
    [JsonInclude, JsonPropertyName("h"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<string>? StoredOldLinks { get; init; }

    [JsonInclude, JsonPropertyName("q"), JsonConverter(typeof(TopicNames)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<Trigger>? StoredOffered { get; init; }

    [JsonInclude, JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<string>? StoredPersons { get; init; }

    [JsonInclude, JsonPropertyName("n"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<Alert>? StoredAlerts { get; init; }

    [JsonInclude, JsonPropertyName("c"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<Consent>? StoredConsents { get; init; }

    [JsonInclude, JsonPropertyName("b"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal IReadOnlyList<CommentNote>? StoredComments { get; init; }

    /// <summary>What is left of it after an erasure.</summary>
    public ConversationRecord Erased() => new() { Chat = new(Chat.Channel, ""), Seen = Seen, Graph = Graph, Revision = Revision };
}

/// <summary>What is needed to find or to repeat a link; by itself it opens nothing.</summary>
/// <param name="Nonce">Random, base64url; with Keys:Index it makes the token.</param>
/// <param name="Until">The latest moment at which the link can end.</param>
public sealed record OpenLink(
    [property: JsonPropertyName("n")] string Nonce,
    [property: JsonPropertyName("u"), JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset Until)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(link)";
}
