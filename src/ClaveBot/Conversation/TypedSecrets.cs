using System.Buffers;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.SecretGuard;

namespace ClaveBot.Conversation;

/// <summary>
/// Whether a message holds what must not be in a chat. Looked at before anything else reads it: also when it comes late, is edited, sent
/// on or below a picture, and when the service is paused.
/// </summary>
internal static class TypedSecrets
{
    private static readonly SearchValues<char> Payload = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    /// <summary>What it holds; clean for what can be chosen here, however it looks.</summary>
    public static TypedSecret In(ConversationRecord record, IncomingContent content)
    {
        if (content.Words is not { Length: > 0 } text)
            return TypedSecret.Clean;
        if (content is not IncomingContent.Text { IsForwarded: false })
            return Guard.Look(text);
        var words = new Words(text);
        if (Reading.Chosen(record, text, words) is not null || IsStart(text))
            return TypedSecret.Clean;
        var step = StepBook.Of(record.State);
        return Guard.Look(text, step.IsAboutTheClave && (step.Read(words) ?? Vocabulary.Read(words)) is null);
    }

    // What a link to the bot brings along, "/start otro_enlace": nobody typed it.
    private static bool IsStart(string text) =>
        text.StartsWith("/start ", StringComparison.Ordinal) && text.AsSpan("/start ".Length).ContainsAnyExcept(Payload) is false;
}
