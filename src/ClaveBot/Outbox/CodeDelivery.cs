using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Mail;

namespace ClaveBot.Outbox;

/// <summary>
/// Gives a code to whoever the cédula names. Only here, where no browser waits, does anybody find out whether there is such a person: what
/// is for nobody is dropped as if it had been sent.
/// </summary>
public sealed class CodeDelivery(RecoveryMail words, IMailer mailer, TimeProvider time, IAccountDirectory? directory = null)
{
    /// <summary>To every address on file. Sent when one of them took it, or when there is nobody to send it to, or no use any more.</summary>
    public async Task<SendResult> SendAsync(OutboxItem.Code item, CancellationToken cancellationToken)
    {
        if (directory is null || item.Until <= time.GetUtcNow() || !Cedula.TryParse(item.Cedula, out var cedula))
            return new SendResult.Sent();
        switch (await directory.ReadAsync(cedula, cancellationToken))
        {
            case ReadResult.Unavailable:
                return new SendResult.Retry(null, "the directory does not answer");
            case ReadResult.Found found:
                var results = new List<SendResult>();
                foreach (var mail in words.For(found.Person, item.Digits, item.Until))
                    results.Add(await mailer.SendAsync(mail, cancellationToken));
                return results.OfType<SendResult.Sent>().FirstOrDefault() ?? results.Find(result => result is SendResult.Retry) ?? new SendResult.Sent();
            default:
                return new SendResult.Sent();
        }
    }
}
