namespace ClaveBot.Audit;

/// <summary>Where the chain ends, sealed: who cuts lines off cannot make the head that would hide it.</summary>
/// <param name="Last">The number of the last line.</param>
/// <param name="Code">Its code.</param>
/// <param name="Trimmed">How many of the oldest lines were dropped here.</param>
/// <param name="Seal">Of all that.</param>
internal sealed record AuditHead(long Last, string Code, long Trimmed, string Seal)
{
    /// <summary>Of a chain without lines.</summary>
    public static AuditHead None { get; } = new(0, "", 0, "");

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => "(head of the audit)";

    /// <summary>The head after a line.</summary>
    public static AuditHead Of(AuditLine last, long trimmed, AuditKeys keys) =>
        new(last.Number, last.Code, trimmed, keys.SealOf(last.Number, last.Code, trimmed));

    /// <summary>Whether somebody with the key made it; of an empty chain there is none.</summary>
    public bool IsGenuine(AuditKeys keys, long lines) => Last == 0 ? lines == 0 : Seal == keys.SealOf(Last, Code, Trimmed);
}
