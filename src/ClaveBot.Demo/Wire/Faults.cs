using System.Collections.Concurrent;

namespace ClaveBot.Demo.Wire;

/// <summary>Faults to come, each for one call, in order.</summary>
public sealed class Faults
{
    private readonly ConcurrentQueue<Fault> coming = new();

    /// <summary>The next <paramref name="calls"/> calls get <paramref name="fault"/>.</summary>
    public void Next(Fault fault, int calls = 1)
    {
        for (var i = 0; i < calls; i++)
            coming.Enqueue(fault);
    }

    internal Fault? Take() => coming.TryDequeue(out var fault) ? fault : null;
}
