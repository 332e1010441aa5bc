using ClaveBot.Accounts;

namespace ClaveBot.Tests.Harness;

public static class DirectoryCalls
{
    /// <summary>A proof by somebody who proved it before.</summary>
    public static Task<VerifyResult> VerifyAsync(this IAccountDirectory directory, Cedula cedula, Secret current, CancellationToken cancellationToken) =>
        directory.VerifyAsync(cedula, current, Asker.Owner, cancellationToken);
}
