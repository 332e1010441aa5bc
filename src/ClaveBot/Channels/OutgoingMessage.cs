using System.Text.Json.Serialization;
using ClaveBot.Conversation;
using ClaveBot.Texts;

namespace ClaveBot.Channels;

/// <summary>
/// One message to one chat, the same on every channel; each sender gives it its channel's shape.
/// </summary>
/// <param name="To">The chat.</param>
/// <param name="Text">Plain text, without markup and without the list of options: where a channel shows no buttons the sender numbers them below the text.</param>
/// <param name="Buttons">What the person can choose, most likely first. Number N of a typed answer means the Nth of these.</param>
/// <param name="Link">The one-time link, if this message carries one: a URL button on Telegram, a line of its own on WhatsApp. Never previewed.</param>
/// <param name="AnswersPress">Telegram's id of the button press this message answers; null otherwise.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="OpenUntil">Until when the chat takes free text: WhatsApp's 24 hours; null where there is no such end.</param>
/// <param name="Template">What is said in its place when the chat is closed; null: nothing.</param>
public sealed record OutgoingMessage(
    ChatAddress To,
    string Text,
    IReadOnlyList<Button> Buttons,
    LinkButton? Link = null,
    string? AnswersPress = null,
    Language Language = Language.Spanish,
    [property: JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset? OpenUntil = null,
    OutgoingTemplate? Template = null)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(message)";
}

/// <summary>A choice.</summary>
/// <param name="Label">What the person reads; at most 20 characters, WhatsApp's limit for a quick reply.</param>
/// <param name="Payload">What comes back when it is pressed: step, turn and option; at most 64 bytes, Telegram's limit for callback data.</param>
public sealed record Button(string Label, string Payload);

/// <summary>A button or line that opens a page.</summary>
public sealed record LinkButton(string Label, Uri Url)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(link)";
}
