using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace ClaveBot.IntegrationTests.Mail;

/// <summary>Debian's aiosmtpd as a child process on a free port of the loopback (smtpd.py); ended by its process id.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-smtp-").FullName;
    private Process? process;

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Mail", "smtpd.py"), Box])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start: ./test installs python3-aiosmtpd.");
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("smtpd.py ended at once: ./test installs python3-aiosmtpd.");
        Port = int.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <summary>The mails accepted for <paramref name="to"/>, as received. The server keeps a mail before it answers, so there is nothing to wait for.</summary>
    public IReadOnlyList<MimeMessage> MailsFor(string to) =>
        [.. Directory.GetFiles(Path.Combine(Box, "new")).Select(path => MimeMessage.Load(path)).Where(mail => string.Equals(mail.Headers["X-Envelope-To"], to, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Box => Path.Combine(folder, "mail");
}
