namespace ClaveBot.MessageCheck;

/// <summary>What is said of a pasted message. There is no "safe": whoever wrote it is not known, only where it leads.</summary>
public enum MessageVerdict
{
    /// <summary>Nothing is known for or against it.</summary>
    Unsure,

    /// <summary>It leads to the institute's own hosts and nowhere else, and nothing in it is a bad sign.</summary>
    Official,

    /// <summary>It holds at least one bad sign.</summary>
    Suspicious,
}
