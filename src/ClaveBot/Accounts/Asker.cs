namespace ClaveBot.Accounts;

/// <summary>Who asks for a proof. Of the failures that a directory allows before it locks, strangers may cause only some.</summary>
public enum Asker
{
    /// <summary>Somebody in a chat and browser in which this person never proved the clave.</summary>
    Stranger,

    /// <summary>A chat or browser in which this person proved the clave before.</summary>
    Owner,
}

/// <summary>How close to the directory's lock a wrong clave may come.</summary>
public static class AskerLimits
{
    /// <summary>
    /// Whether a clave may be tried. Nobody causes the failure that would lock the account, and strangers leave half of those
    /// before it to the owner: of five, two are theirs, two the owner's, and the fifth is nobody's.
    /// </summary>
    /// <param name="asker">Who asks.</param>
    /// <param name="failures">As the directory counts them now.</param>
    /// <param name="allowed">At how many the directory locks; 0 or less: it never does.</param>
    public static bool MayTry(this Asker asker, int failures, int allowed) =>
        allowed <= 0 || failures < allowed - 1 - (asker == Asker.Stranger ? (allowed - 1) / 2 : 0);
}
