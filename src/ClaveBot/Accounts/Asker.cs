namespace ClaveBot.Accounts;

/// <summary>Who asks for a proof. Of the failures that a directory allows before it locks, strangers may cause only some.</summary>
public enum Asker
{
    /// <summary>Somebody in a chat and browser in which this person never proved the clave.</summary>
    Stranger,

    /// <summary>A chat or browser in which this person proved the clave before.</summary>
    Owner,
}
