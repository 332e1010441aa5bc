namespace ClaveBot.Accounts.Ldap.Wire;

/// <summary>No step waits for a server longer than its time.</summary>
internal static class LdapPatience
{
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<T> WithinAsync<T>(TimeSpan patience, TimeProvider time, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            return await run(either.Token);
        }
        catch (OperationCanceledException late) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The directory did not answer in time.", late);
        }
    }

    /// <inheritdoc cref="WithinAsync{T}"/>
    public static Task WithinAsync(TimeSpan patience, TimeProvider time, Func<CancellationToken, Task> run, CancellationToken cancellationToken) =>
        WithinAsync(patience, time, async limit =>
        {
            await run(limit);
            return true;
        }, cancellationToken);
}
