namespace ClaveBot.Demo.Telegram;

/// <summary>How the emulated Telegram is set up.</summary>
/// <param name="Token">The one bot it knows: digits, a colon, letters.</param>
/// <param name="Port">Where it listens on loopback; 0 picks a free port.</param>
/// <param name="Folder">Where chats and undelivered updates are kept; null keeps them in memory.</param>
public sealed record TelegramEmulatorOptions(string Token, int Port = 0, string? Folder = null)
{
    /// <summary>The bot's user name, without @.</summary>
    public string UserName { get; init; } = "clave_de_prueba_bot";

    /// <summary>The bot's own id: the digits of its token.</summary>
    public long BotId => long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
}
