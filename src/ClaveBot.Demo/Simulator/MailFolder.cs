using ClaveBot.Demo.Wire;
using MimeKit;

namespace ClaveBot.Demo.Simulator;

/// <summary>The mails that the bot wrote as .eml files.</summary>
public sealed class MailFolder : IDisposable
{
    private readonly string folder;
    private readonly Bell changed;
    private readonly FileSystemWatcher watcher;

    internal MailFolder(string folder, Bell changed)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        this.changed = changed;
        watcher = new FileSystemWatcher(this.folder, "*.eml") { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Created += OnChange;
        watcher.Changed += OnChange;
        watcher.Renamed += OnChange;
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Newest first. A file that is still being written is left for the next look.</summary>
    public IReadOnlyList<MailShown> All() =>
        [.. new DirectoryInfo(folder).GetFiles("*.eml").Select(Read).OfType<MailShown>().OrderByDescending(mail => mail.At).ThenByDescending(mail => mail.Id, StringComparer.Ordinal)];

    public void Clear()
    {
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
            File.Delete(file);
        changed.Ring();
    }

    public void Dispose() => watcher.Dispose();

    private static MailShown? Read(FileInfo file)
    {
        try
        {
            using var message = MimeMessage.Load(file.FullName);
            return new MailShown(Path.GetFileNameWithoutExtension(file.Name), message.To.ToString(), message.Subject ?? "", message.TextBody ?? "", message.Date);
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    private void OnChange(object sender, FileSystemEventArgs change) => changed.Ring();
}

/// <summary>A mail as the page shows it.</summary>
public sealed record MailShown(string Id, string To, string Subject, string Text, DateTimeOffset At);
