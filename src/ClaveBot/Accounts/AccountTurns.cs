namespace ClaveBot.Accounts;

/// <summary>
/// One at a time for each account in this process, so that two tries cannot both believe to be the last but one. Accounts may share a turn by chance.
/// </summary>
internal sealed class AccountTurns : IDisposable
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(static _ => new SemaphoreSlim(1))];

    public async Task<IDisposable> WaitAsync(Cedula cedula, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)cedula.GetHashCode() % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(_turns, static turn => turn.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
