namespace ClaveBot.Settings;

/// <summary>How notices leave: over SMTP, or into a folder.</summary>
public sealed class MailSettings
{
    public string Host { get; set; } = "";

    /// <summary>25 or 587 with STARTTLS, without which only a server on this machine is used; 465 with TLS from the start.</summary>
    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";

    /// <summary>Writes .eml files here instead of sending.</summary>
    public string Folder { get; set; } = "";
}
