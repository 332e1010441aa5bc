namespace ClaveBot.IntegrationTests.Crash;

/// <summary>What goes wrong besides the kills.</summary>
internal enum CrashFault
{
    None,

    /// <summary>An update that was taken comes again, later.</summary>
    Redelivery,

    /// <summary>An update goes to both instances at once.</summary>
    Duplicate,

    /// <summary>Two messages at once, one to each instance, and older ones again in between.</summary>
    Reorder,

    /// <summary>The messenger answers 429 and asks to wait a second.</summary>
    TooMany,

    /// <summary>The messenger answers 500.</summary>
    ServerError,

    /// <summary>The messenger does not answer for longer than a lease.</summary>
    Hang,

    /// <summary>The messenger takes the message and cuts the connection.</summary>
    Cut,

    /// <summary>redis-server is killed (appendfsync always) and started again.</summary>
    StoreKilled,

    /// <summary>Redis cannot be reached for two seconds.</summary>
    StoreAway,
}
