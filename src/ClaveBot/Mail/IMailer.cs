using ClaveBot.Channels;

namespace ClaveBot.Mail;

/// <summary>Hands a notice to the mail server (or folder) once. The outbox owns retries.</summary>
public interface IMailer
{
    /// <summary>Sends one mail. Never throws for what a mail server can answer.</summary>
    Task<SendResult> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
