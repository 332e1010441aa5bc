using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;

namespace ClaveBot.Handoff;

/// <summary>
/// Which case a message in the operators' group is about: the last line of what the bot wrote there. It carries a code made with
/// Keys:Index for that group, so that no text that somebody else wrote, here or elsewhere, names a conversation (docs/decisions/0024).
/// </summary>
public static class CaseReference
{
    private const string Mark = "ref ";
    private const int CodeLength = 12;
    private const int LabelLength = 4;

    // Without letters that are taken for digits or for each other when they are read aloud.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>The line.</summary>
    public static string Line(string conversation, ChatAddress group, KeyRing keys) => $"{Mark}{conversation}.{Code(conversation, group, keys)}";

    /// <summary>The conversation that a message of the bot's in that group is about; null when it is about none.</summary>
    public static ConversationId? Read(string message, ChatAddress group, KeyRing keys)
    {
        var line = message[(message.LastIndexOf('\n') + 1)..];
        if (!line.StartsWith(Mark, StringComparison.Ordinal) || line[Mark.Length..].Split('.') is not [var conversation, var code])
            return null;
        var expected = Encoding.ASCII.GetBytes(Code(conversation, group, keys));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), expected) ? ConversationId.Parse(conversation) : null;
    }

    /// <summary>Short, for people to speak of; two cases may share one.</summary>
    public static string Label(string conversation)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(conversation));
        return string.Create(LabelLength, hash, static (label, bytes) =>
        {
            for (var i = 0; i < label.Length; i++)
                label[i] = Letters[bytes[i] % Letters.Length];
        });
    }

    private static string Code(string conversation, ChatAddress group, KeyRing keys) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(keys.Index, Encoding.UTF8.GetBytes($"case|{group.Id}|{conversation}")).AsSpan(0, CodeLength));
}
