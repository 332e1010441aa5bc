using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Channels;
using ClaveBot.Keys;

namespace ClaveBot.Conversation;

/// <summary>
/// The stored name of a conversation: a keyed hash of its address, so that Redis holds neither phone number nor chat id.
/// Its first byte is its shard; every key of the conversation starts with that tag and so lives in one cluster slot.
/// </summary>
public readonly record struct ConversationId(byte Shard, string Text)
{
    private const int Length = 16;

    /// <summary>The conversation at an address.</summary>
    public static ConversationId Of(ChatAddress chat, KeyRing keys)
    {
        var name = Encoding.UTF8.GetBytes($"chat|{(int)chat.Channel}|{chat.Id}");
        return FromBytes(HMACSHA256.HashData(keys.Index, name).AsSpan(0, Length));
    }

    /// <summary>Reads the text form back.</summary>
    /// <exception cref="FormatException">It is not the text form of an id.</exception>
    public static ConversationId Parse(string text) => FromBytes(Base64Url.DecodeFromChars(text));

    public override string ToString() => Text;

    private static ConversationId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new(bytes[0], Base64Url.EncodeToString(bytes))
        : throw new FormatException("Not a conversation id.");
}
