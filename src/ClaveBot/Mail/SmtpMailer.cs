using System.Net.Sockets;
using ClaveBot.Channels;
using ClaveBot.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ClaveBot.Mail;

/// <summary>
/// Sends over SMTP. TLS from the start on port 465, else STARTTLS when the server offers it; a password goes to another machine only
/// under TLS. Reasons name codes, never what the server wrote: it likes to repeat addresses.
/// </summary>
internal sealed class SmtpMailer(MailSettings settings, MailComposer composer, TimeProvider clock) : IMailer
{
    private const int SubmissionsPort = 465;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (!composer.TryCompose(message, out var mail))
            return new SendResult.Undeliverable("the address on file is no e-mail address");
        using var patience = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var client = new SmtpClient { LocalDomain = composer.Domain };
        try
        {
            await ConnectAsync(client, stop.Token);
            await client.SendAsync(mail, stop.Token);
        }
        catch (SmtpCommandException refusal)
        {
            return Judge(refusal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Retry(null, "the mail server did not answer within 10 s");
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            return new SendResult.Retry(null, $"the mail server cannot be used ({trouble.GetType().Name})");
        }

        await LeaveAsync(client, stop.Token);
        return new SendResult.Sent();
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(settings.Host, settings.Port, Security(), cancellationToken);
        if (settings.User.Length > 0)
            await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
    }

    private SecureSocketOptions Security()
    {
        if (settings.Port == SubmissionsPort)
            return SecureSocketOptions.SslOnConnect;
        var passwordLeaves = settings.User.Length > 0 && settings.Host is not ("localhost" or "127.0.0.1" or "::1");
        return passwordLeaves ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable;
    }

    /// <summary>A refusal of this recipient or this mail is final; a refused sender or login is the operator's to mend.</summary>
    private static SendResult Judge(SmtpCommandException refusal)
    {
        var code = (int)refusal.StatusCode;
        var isFinal = code >= 500 && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
        return isFinal
            ? new SendResult.Undeliverable($"the mail server refused it for good ({code})")
            : new SendResult.Retry(null, $"the mail server refused it for now ({code})");
    }

    private static bool IsTrouble(Exception exception) => exception
        is SmtpProtocolException or IOException or SocketException or SslHandshakeException or AuthenticationException
        or ServiceNotConnectedException or NotSupportedException or TimeoutException;

    /// <summary>The mail is accepted; a failing goodbye changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SmtpCommandException || IsTrouble(exception))
        {
        }
    }
}
