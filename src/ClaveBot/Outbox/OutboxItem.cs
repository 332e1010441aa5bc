using System.Text.Json.Serialization;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Handoff;
using ClaveBot.Mail;
using ClaveBot.PasswordLinks;
using ClaveBot.Persons;
using ClaveBot.Texts;

namespace ClaveBot.Outbox;

/// <summary>Something a turn decided to send; committed with the turn, sealed until it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Message), "c")]
[JsonDerivedType(typeof(Notice), "m")]
[JsonDerivedType(typeof(Event), "e")]
[JsonDerivedType(typeof(Account), "a")]
[JsonDerivedType(typeof(Code), "r")]
[JsonDerivedType(typeof(Case), "h")]
[JsonDerivedType(typeof(Unsay), "u")]
public abstract record OutboxItem
{
    private OutboxItem() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Whom it is given to.</summary>
    [JsonIgnore]
    public Route Route => this switch
    {
        Message { Value.To.Channel: Channel.Telegram } or Unsay { Chat.Channel: Channel.Telegram } => Route.Telegram,
        Message or Unsay => Route.WhatsApp,
        Notice or Code => Route.Mail,
        _ => Route.Conversation,
    };

    /// <summary>Whether it is gone with what the chat's person has erased. What others must hear, and what must not stay in a chat, is still sent.</summary>
    [JsonIgnore]
    public bool GoesWithAnErasure => this is Message or Case { Value.Kind: CaseEventKind.Asked };

    /// <summary>To a chat.</summary>
    /// <param name="Value">The message.</param>
    /// <param name="Link">The link that it carries: its life counts from being sent.</param>
    /// <param name="EndsStep">The step before is finished: the buttons of the message before this one have nothing more to say.</param>
    /// <param name="Priority">Whether somebody waits for it.</param>
    /// <param name="About">The <see cref="CaseEvent.Case"/> whose other side must hear when it is given up; null when nobody must.</param>
    public sealed record Message(
        OutgoingMessage Value,
        LinkKey? Link = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool EndsStep = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Priority Priority = Priority.Answer,
        string? About = null) : OutboxItem;

    /// <summary>Takes back what a person wrote and should not have, before it is answered.</summary>
    /// <param name="Chat">Where.</param>
    /// <param name="Copy">The <see cref="MessageId.Copy"/> of the message.</param>
    public sealed record Unsay(ChatAddress Chat, string Copy) : OutboxItem;

    /// <summary>By mail.</summary>
    public sealed record Notice(MailMessage Value) : OutboxItem;

    /// <summary>A code by mail, to whoever the cédula names, if anybody: the sender finds out.</summary>
    /// <param name="Cedula">Its ten digits, whether or not anybody has it.</param>
    /// <param name="Digits">The code.</param>
    /// <param name="Until">Afterwards it is dropped. One that must not be mailed is over from the start, and costs the same.</param>
    public sealed record Code(string Cedula, string Digits, [property: JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset Until) : OutboxItem;

    /// <summary>To another conversation, which takes it as a message: there is no other way across slots.</summary>
    /// <param name="To">The <see cref="ConversationId.Text"/> of that conversation.</param>
    /// <param name="Id">Its own: however often it is delivered, it has one effect.</param>
    /// <param name="Says">What that conversation tells its person.</param>
    public sealed record Event(string To, string Id, [property: JsonConverter(typeof(JsonStringEnumConverter<DialogueText>))] DialogueText Says) : OutboxItem;

    /// <summary>Between a person's conversation and the operators' group.</summary>
    public sealed record Case(CaseEvent Value) : OutboxItem;

    /// <summary>To all whom something that happened to an account concerns.</summary>
    public sealed record Account(AccountEvent Value) : OutboxItem;
}
