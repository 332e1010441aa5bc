namespace ClaveBot.Channels;

/// <summary>The messenger a chat lives in. The numbers are stored: never reuse one.</summary>
public enum Channel
{
    Telegram = 1,
    WhatsApp = 2,
}
