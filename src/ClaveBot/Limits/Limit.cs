namespace ClaveBot.Limits;

/// <summary>How many of something fit into a window that begins with the first of them. Its state is kept in Redis, so a restart forgets nothing.</summary>
/// <param name="Name">As in keys and metrics; stored.</param>
/// <param name="Max">At least 1.</param>
/// <param name="Window">From the first use to the moment at which all are free again.</param>
public sealed record Limit(string Name, int Max, TimeSpan Window);
