using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Channels;

namespace ClaveBot.Mail;

/// <summary>Writes each mail as an .eml file, for the demo and for tests. Names sort by time; a file is there whole or not at all.</summary>
internal sealed class FolderMailer(string folder, MailComposer composer, TimeProvider clock) : IMailer
{
    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (!composer.TryCompose(message, out var mail))
            return new SendResult.Undeliverable("the address on file is no e-mail address");
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd'T'HHmmss.fffffff'Z'}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        var unfinished = Path.Combine(folder, $".{name}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await mail.WriteToAsync(unfinished, cancellationToken);
            File.Move(unfinished, Path.Combine(folder, $"{name}.eml"));
            return new SendResult.Sent();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Retry(null, $"Mail:Folder cannot be written ({exception.GetType().Name})");
        }
    }
}
