namespace ClaveBot.Accounts;

/// <summary>
/// The directory that owns the accounts. Expected outcomes are values; an exception means that something is broken.
/// Every implementation passes the same contract tests.
/// </summary>
public interface IAccountDirectory
{
    /// <summary>What the directory itself demands of everybody's clave, as last heard; never less than 15 code points.</summary>
    PasswordLimits Limits { get; }

    /// <summary>
    /// Proves a clave. Before it is tried the directory's own count of failures is read: the failure that would lock the account is
    /// never caused, and strangers leave some to the owner (<see cref="AskerLimits.MayTry"/>). Unknown, locked, frozen and held people
    /// cost the same work as a wrong clave.
    /// </summary>
    Task<VerifyResult> VerifyAsync(Cedula cedula, Secret current, Asker asker, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the clave, only if the current one is still right and the account's marker is still <paramref name="marker"/>:
    /// of two changes at once at most one is written. An expired clave, or one that must be changed, is replaced like any other.
    /// </summary>
    Task<ChangeResult> ChangeAsync(Cedula cedula, Secret current, Secret replacement, string marker, CancellationToken cancellationToken);

    /// <summary>
    /// Sets a clave where the current one is not known (recovery), only if the marker is still <paramref name="marker"/>. The directory's rules,
    /// its history and its minimum age hold as for a change, and a lock for too many failures ends. A frozen account stays as it is.
    /// </summary>
    Task<ChangeResult> ResetAsync(Cedula cedula, Secret replacement, string marker, CancellationToken cancellationToken);

    /// <summary>Looks an account up without proof: for recovery, notices, and to find out after a crash whether a change was written.</summary>
    Task<ReadResult> ReadAsync(Cedula cedula, CancellationToken cancellationToken);

    /// <summary>The directory's own lock, until somebody lifts it: no clave is proven, changed or reset meanwhile, here or elsewhere. Freezing twice is freezing.</summary>
    Task<FreezeResult> FreezeAsync(Cedula cedula, CancellationToken cancellationToken);

    /// <summary>Lifts the lock, whoever set it. LDAP keeps the failures it has counted until their time is over.</summary>
    Task<FreezeResult> UnfreezeAsync(Cedula cedula, CancellationToken cancellationToken);

    /// <summary>Null when the directory answers, else what is wrong and the cure, for the operator.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
