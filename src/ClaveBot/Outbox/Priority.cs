namespace ClaveBot.Outbox;

/// <summary>What goes first. The numbers are stored.</summary>
public enum Priority
{
    /// <summary>Somebody waits for it.</summary>
    Answer,

    /// <summary>Nobody asked for it now: it is sent within the shared budget, lets answers pass, and stops first at a daily cap.</summary>
    Bulk,
}
