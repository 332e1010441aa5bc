namespace ClaveBot.Accounts;

/// <summary>What became of a freeze or an unfreeze.</summary>
public enum FreezeResult
{
    /// <summary>The account is as asked for.</summary>
    Done,

    /// <summary>There is no such account.</summary>
    Missing,

    /// <summary>The directory did not answer or takes no writes; asking again does no harm.</summary>
    Unavailable,
}
