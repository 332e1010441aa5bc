using ClaveBot.Accounts;

namespace ClaveBot.PasswordLinks;

/// <summary>What the two pages behind a one-time link may do: look, prove, change. The policy of claims lives here.</summary>
public sealed class PasswordPages
{
    /// <summary>What this browser may see. Changes nothing.</summary>
    public Task<PageView> LookAsync(string token, string? session, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Step 4.</summary>
    public Task<ProveOutcome> ProveAsync(string token, Cedula cedula, Secret current, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Step 5.</summary>
    public Task<ChangeOutcome> ChangeAsync(string token, string? session, Secret replacement, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
