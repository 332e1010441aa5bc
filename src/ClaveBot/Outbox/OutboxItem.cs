using System.Text.Json.Serialization;
using ClaveBot.Channels;
using ClaveBot.Mail;
using ClaveBot.PasswordLinks;

namespace ClaveBot.Outbox;

/// <summary>Something a turn decided to send; committed with the turn, sealed until it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Message), "c")]
[JsonDerivedType(typeof(Notice), "m")]
public abstract record OutboxItem
{
    private OutboxItem() { }

    /// <summary>To a chat.</summary>
    /// <param name="Value">The message.</param>
    /// <param name="Link">The link that it carries: its life counts from being sent.</param>
    public sealed record Message(OutgoingMessage Value, LinkKey? Link = null) : OutboxItem;

    /// <summary>By mail.</summary>
    public sealed record Notice(MailMessage Value) : OutboxItem;
}
