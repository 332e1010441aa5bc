using MimeKit;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>The mails that a host wrote into its folder.</summary>
internal static class Mails
{
    /// <summary>The text of the first mail to an address; waits until it is there.</summary>
    public static async Task<string> WaitForAsync(string folder, string to)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var changes = new FileSystemWatcher(Directory.CreateDirectory(folder).FullName) { EnableRaisingEvents = true };
        using var changed = new SemaphoreSlim(1);
        changes.Created += (_, _) => changed.Release();
        changes.Renamed += (_, _) => changed.Release();
        while (true)
        {
            await changed.WaitAsync(patience.Token);
            if (To(folder, to) is [var text, ..])
                return text;
        }
    }

    /// <summary>The texts of all mails to an address.</summary>
    public static IReadOnlyList<string> To(string folder, string to) =>
    [
        .. (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : []).Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == to)).Select(mail => mail.TextBody ?? ""),
    ];
}
