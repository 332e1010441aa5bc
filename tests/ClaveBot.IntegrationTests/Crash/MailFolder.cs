using MimeKit;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The folder into which the hosts write mails; each file is read once.</summary>
internal sealed class MailFolder(string folder)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<(string To, DateTimeOffset At)> _mails = [];

    /// <summary>When mails to that address were written, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> To(string address)
    {
        lock (_gate)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
            {
                if (!_read.Add(file))
                    continue;
                using var mail = MimeMessage.Load(file);
                _mails.AddRange(mail.To.Mailboxes.Select(mailbox => (mailbox.Address, new DateTimeOffset(File.GetLastWriteTimeUtc(file)))));
            }

            return [.. _mails.Where(mail => mail.To == address).Select(mail => mail.At).Order()];
        }
    }
}
