using ClaveBot.Channels;
using ClaveBot.Settings;
using MailKit.Net.Smtp;

namespace ClaveBot.Mail;

/// <summary>
/// Sends over SMTP; to another machine only under TLS (<see cref="SmtpDoor"/>). Reasons name codes, never what the server wrote: it likes to repeat addresses.
/// </summary>
internal sealed class SmtpMailer(MailSettings settings, MailComposer composer, TimeProvider clock) : IMailer
{
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
            await SmtpDoor.ConnectAsync(client, settings, SmtpDoor.NeedsTls(settings), stop.Token);
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
        catch (Exception trouble) when (SmtpDoor.IsTrouble(trouble))
        {
            return new SendResult.Retry(null, $"the mail server cannot be used ({trouble.GetType().Name})");
        }

        await LeaveAsync(client, stop.Token);
        return new SendResult.Sent();
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

    /// <summary>The mail is accepted; a failing goodbye changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException || SmtpDoor.IsTrouble(exception))
        {
        }
    }
}
