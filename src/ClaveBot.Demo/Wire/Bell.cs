namespace ClaveBot.Demo.Wire;

/// <summary>Says that something changed, so that nobody has to look again and again.</summary>
public sealed class Bell
{
    private TaskCompletionSource next = NewRing();

    /// <summary>Wakes everybody who waits.</summary>
    public void Ring() => Interlocked.Exchange(ref next, NewRing()).TrySetResult();

    /// <summary>Completes at the next ring.</summary>
    public Task NextAsync(CancellationToken cancellationToken) => Volatile.Read(ref next).Task.WaitAsync(cancellationToken);

    /// <summary>Looks after every ring until <paramref name="find"/> finds something.</summary>
    /// <param name="find">Looks at the present state; null when it is not there yet.</param>
    /// <param name="what">What is waited for, for the message of the exception.</param>
    /// <param name="timeout">How long to wait on the clock on the wall; 10 seconds when null.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<T> WaitForAsync<T>(Func<T?> find, string what, TimeSpan? timeout = null)
        where T : class
    {
        using var patience = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(10), TimeProvider.System);
        while (true)
        {
            var ring = Volatile.Read(ref next).Task;
            if (find() is { } found)
                return found;
            try
            {
                await ring.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Waited in vain for {what}.", late);
            }
        }
    }

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
