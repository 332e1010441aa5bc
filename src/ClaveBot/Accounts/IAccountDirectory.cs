namespace ClaveBot.Accounts;

/// <summary>
/// The directory that owns the accounts. Expected outcomes are values; an exception means that something is broken.
/// </summary>
public interface IAccountDirectory
{
    /// <summary>What the directory itself demands of a clave.</summary>
    PasswordLimits Limits { get; }

    /// <summary>Proves a clave. An unknown person costs the same work as a known one with a wrong clave.</summary>
    Task<VerifyResult> VerifyAsync(Cedula cedula, Secret current, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the clave, only if the current one is still right and the account's marker is still <paramref name="marker"/>:
    /// of two changes at once at most one is written.
    /// </summary>
    Task<ChangeResult> ChangeAsync(Cedula cedula, Secret current, Secret replacement, string marker, CancellationToken cancellationToken);

    /// <summary>Looks an account up without proof, to find out after a crash whether a change was written.</summary>
    Task<ReadResult> ReadAsync(Cedula cedula, CancellationToken cancellationToken);

    /// <summary>Null when the directory answers, else what is wrong and the cure, for the operator.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>How long a clave may be, in Unicode code points.</summary>
/// <param name="MinLength">At least 15 unless the directory says otherwise (NIST SP 800-63B-4, single factor).</param>
/// <param name="MaxLength">At least 64 (ASVS 5.0, 6.2.9).</param>
public sealed record PasswordLimits(int MinLength = 15, int MaxLength = 128);

/// <summary>Whether a clave was proven.</summary>
public abstract record VerifyResult
{
    private VerifyResult() { }

    /// <summary>Right. The marker changes with every change of the clave.</summary>
    public sealed record Proven(Person Person, string Marker) : VerifyResult;

    /// <summary>Unknown person or wrong clave: not told apart.</summary>
    public sealed record Refused : VerifyResult;

    /// <summary>The directory did not answer.</summary>
    public sealed record Unavailable : VerifyResult;
}

/// <summary>What became of a change.</summary>
public abstract record ChangeResult
{
    private ChangeResult() { }

    /// <summary>Written, and afterwards the directory took the new clave and refused the old one.</summary>
    public sealed record Changed : ChangeResult;

    /// <summary>The directory does not take this new clave; nothing was written.</summary>
    public sealed record Refused(PasswordFault Fault) : ChangeResult;

    /// <summary>The current clave or the marker was not right any more; nothing was written.</summary>
    public sealed record Outdated : ChangeResult;

    /// <summary>The directory did not answer; certainly nothing was written.</summary>
    public sealed record Unavailable : ChangeResult;

    /// <summary>It is not known whether the change was written.</summary>
    public sealed record Unsure : ChangeResult;
}

/// <summary>What a look-up without proof found.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    public sealed record Found(Person Person, string Marker) : ReadResult;

    public sealed record Missing : ReadResult;

    public sealed record Unavailable : ReadResult;
}
