using MimeKit;

namespace ClaveBot.Tests.Harness;

/// <summary>The mails that a host wrote into its folder.</summary>
internal static class Mails
{
    /// <summary>The text of a mail to an address that holds <paramref name="text"/>; waits until it is there.</summary>
    public static async Task<string> WaitForAsync(string folder, string to, string text = "") =>
        (await WaitForAsync(folder, to, mails => mails.Any(mail => mail.Contains(text, StringComparison.Ordinal)))).First(mail => mail.Contains(text, StringComparison.Ordinal));

    /// <summary>The texts of the mails to an address, once there are so many.</summary>
    public static Task<IReadOnlyList<string>> WaitForAsync(string folder, string to, int count) => WaitForAsync(folder, to, mails => mails.Count >= count);

    private static async Task<IReadOnlyList<string>> WaitForAsync(string folder, string to, Func<IReadOnlyList<string>, bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var changes = new FileSystemWatcher(Directory.CreateDirectory(folder).FullName) { EnableRaisingEvents = true };
        using var changed = new SemaphoreSlim(1);
        changes.Created += (_, _) => changed.Release();
        changes.Renamed += (_, _) => changed.Release();
        while (true)
        {
            await changed.WaitAsync(patience.Token);
            if (To(folder, to) is var mails && isThere(mails))
                return mails;
        }
    }

    /// <summary>The texts of all mails to an address.</summary>
    public static IReadOnlyList<string> To(string folder, string to) =>
    [
        .. (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : []).Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == to)).Select(mail => mail.TextBody ?? ""),
    ];
}
