namespace ClaveBot.Accounts;

/// <summary>Whether a clave was proven.</summary>
public abstract record VerifyResult
{
    private VerifyResult() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Right.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Marker">Changes with every change of the clave.</param>
    /// <param name="Reason">
    /// Why the clave must be changed now: <see cref="PolicyOutcome.PasswordExpired"/> or <see cref="PolicyOutcome.ChangeAfterReset"/>; null when it
    /// need not. Either way it can be.
    /// </param>
    public sealed record Proven(Person Person, string Marker, PolicyOutcome? Reason = null) : VerifyResult;

    /// <summary>Unknown person, wrong clave, locked or frozen: not told apart.</summary>
    public sealed record Refused : VerifyResult;

    /// <summary>One more wrong clave would lock the account, or use up what strangers must leave to the owner, so none was tried. To the person the same as <see cref="Refused"/>.</summary>
    public sealed record Held : VerifyResult;

    /// <summary>The directory did not answer.</summary>
    public sealed record Unavailable : VerifyResult;
}
