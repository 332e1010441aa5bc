using System.Formats.Asn1;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>The server answered, but not with what was asked for.</summary>
internal sealed class LdapAnswerException(LdapCode code) : Exception($"LDAP result {(int)code} ({code})")
{
    public LdapCode Code => code;
}

/// <summary>Which errors mean that a directory does not answer now. Anything else is a mistake in this program.</summary>
internal static class LdapAway
{
    public static bool Is(Exception exception) => exception
        is IOException or SocketException or TimeoutException or AuthenticationException or AsnContentException or LdapAnswerException;

    /// <summary>The kind of error, for operators; nothing of what was sent or received.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        LdapAnswerException answer => answer.Message,
        AuthenticationException => "the server's certificate is not trusted, or TLS failed",
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        _ => exception.GetType().Name,
    };
}
