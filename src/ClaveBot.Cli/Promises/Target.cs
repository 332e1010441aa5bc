using ClaveBot.Accounts;

namespace ClaveBot.Cli.Promises;

/// <summary>What is looked at, and with whom. The secrets of it are not for logs.</summary>
internal sealed class Target
{
    /// <summary>The running instance.</summary>
    public required Uri Url { get; init; }

    /// <summary>A fresh one-time link; null: none was given.</summary>
    public Uri? Link { get; init; }

    /// <summary>Another, of a chat in which nobody proved the test person's clave; null: none was given.</summary>
    public Uri? OtherLink { get; init; }

    /// <summary>How long a link lives, by the settings.</summary>
    public required TimeSpan LinkLife { get; init; }

    /// <summary>The test person; null: none was given.</summary>
    public Cedula? Cedula { get; init; }

    /// <summary>Their current clave.</summary>
    public string? Clave { get; init; }

    /// <summary>Their clave afterwards; null: it is not to be changed.</summary>
    public string? NewClave { get; init; }

    public string TelegramSecret { get; init; } = "";

    public string WhatsAppAccount { get; init; } = "";

    public string WhatsAppToken { get; init; } = "";

    /// <summary>What Twilio's signature is built over.</summary>
    public string PublicUrl { get; init; } = "";

    public Browser NewBrowser() => new(Url);

    public Uri At(string path) => new(Url.AbsoluteUri.TrimEnd('/') + path);
}
