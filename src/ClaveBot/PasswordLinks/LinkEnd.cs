namespace ClaveBot.PasswordLinks;

/// <summary>Why a one-time link ended without being used. The numbers are stored.</summary>
public enum LinkEnd
{
    None = 0,
    Expired = 1,
    Replaced = 2,
    TooManyTries = 3,
    Cancelled = 4,
}
