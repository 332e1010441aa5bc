using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ClaveBot.Conversation;
using ClaveBot.Keys;

namespace ClaveBot.PasswordLinks;

/// <summary>
/// The secret part of a one-time link: shard (1 byte) and 160 bits of HMAC over conversation and nonce under Keys:Index, base64url.
/// Made again whenever it is needed, so that a retry sends the same link and nothing that is stored opens one.
/// </summary>
public static class LinkToken
{
    private const int Length = 21;
    private const int TextLength = 28;
    private const int NonceLength = 12;

    /// <summary>A fresh nonce.</summary>
    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceLength));

    /// <summary>The token of a conversation's nonce.</summary>
    public static string Of(ConversationId conversation, string nonce, KeyRing keys)
    {
        Span<byte> token = stackalloc byte[Length];
        token[0] = conversation.Shard;
        HMACSHA256.HashData(keys.Index, Encoding.UTF8.GetBytes($"link|{conversation.Text}|{nonce}")).AsSpan(0, Length - 1).CopyTo(token[1..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Where a token is stored; null when it cannot be one of ours.</summary>
    public static LinkKey? KeyOf(string? token)
    {
        if (token is not { Length: TextLength } || !IsBase64Url(token))
            return null;
        return LinkKey.Of(Base64Url.DecodeFromChars(token));
    }

    private static bool IsBase64Url([NotNull] string token) =>
        token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
