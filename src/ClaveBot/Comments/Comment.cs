using System.Text.Json.Serialization;
using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.Comments;

/// <summary>What somebody thinks of the bot; stored sealed beside the conversation, and gone with it.</summary>
/// <param name="Rating">1 to 5.</param>
/// <param name="Text">In their words, at most <see cref="LongestText"/> characters; null for a rating alone.</param>
/// <param name="Channel">Where it was written.</param>
/// <param name="At">When.</param>
public sealed record Comment(
    [property: JsonPropertyName("r")] int Rating,
    [property: JsonPropertyName("t")] string? Text,
    [property: JsonPropertyName("c")] Channel Channel,
    [property: JsonPropertyName("a"), JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset At)
{
    /// <summary>In UTF-16 code units; what is longer is cut.</summary>
    public const int LongestText = 1000;

    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(comment)";

    /// <summary>As much of a text as is kept: no half of a character.</summary>
    public static string Cut(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}

/// <summary>What the conversation's record says of a comment that was left in it.</summary>
/// <param name="Number">Its number in this conversation, from 1.</param>
/// <param name="Rating">1 to 5.</param>
public sealed record CommentNote([property: JsonPropertyName("n")] int Number, [property: JsonPropertyName("r")] int Rating)
{
    /// <summary>So many comments of a conversation are kept; the oldest goes.</summary>
    public const int Kept = 5;
}

/// <summary>The notes of a conversation.</summary>
internal static class CommentNotes
{
    public static IReadOnlyList<CommentNote> With(this IReadOnlyList<CommentNote> notes, NumberedComment left) =>
        notes.Any(note => note.Number == left.Number) ? notes : [.. notes.TakeLast(CommentNote.Kept - 1), new(left.Number, left.Value.Rating)];
}

/// <summary>A comment with its number, to be stored with a turn; of the same number the last one stays.</summary>
public sealed record NumberedComment(int Number, Comment Value);
