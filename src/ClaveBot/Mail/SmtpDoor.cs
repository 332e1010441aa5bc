using System.Net;
using System.Net.Sockets;
using ClaveBot.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ClaveBot.Mail;

/// <summary>How the mail server is spoken to: TLS from the start on port 465, else STARTTLS, without which nothing leaves this machine.</summary>
internal static class SmtpDoor
{
    private const int SubmissionsPort = 465;

    /// <summary>Mails hold names, codes and a password for the server: only a server on this machine may do without TLS.</summary>
    public static bool NeedsTls(MailSettings settings) =>
        !string.Equals(settings.Host, "localhost", StringComparison.OrdinalIgnoreCase) && !(IPAddress.TryParse(settings.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="NotSupportedException">TLS is needed, and the server offers none.</exception>
    public static async Task ConnectAsync(SmtpClient client, MailSettings settings, bool needsTls, CancellationToken cancellationToken)
    {
        var security = settings.Port == SubmissionsPort ? SecureSocketOptions.SslOnConnect
            : needsTls ? SecureSocketOptions.StartTls
            : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(settings.Host, settings.Port, security, cancellationToken);
        if (settings.User.Length > 0)
            await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
    }

    /// <summary>What a mail server and the way to it can do to us.</summary>
    public static bool IsTrouble(Exception exception) => exception
        is SmtpProtocolException or SmtpCommandException or IOException or SocketException or SslHandshakeException or AuthenticationException
        or ServiceNotConnectedException or NotSupportedException or TimeoutException;
}
