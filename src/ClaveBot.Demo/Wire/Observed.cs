namespace ClaveBot.Demo.Wire;

/// <summary>A growing list of what happened on a wire, which a test can read and wait on.</summary>
public sealed class Observed<T>
    where T : class
{
    private readonly Bell bell = new();
    private readonly List<T> events = [];

    /// <summary>What happened so far, oldest first.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (events)
                return [.. events];
        }
    }

    /// <summary>Waits for the event at <paramref name="index"/>, counted from 0.</summary>
    public Task<T> WaitForAsync(int index, TimeSpan? timeout = null) =>
        bell.WaitForAsync(() => All.ElementAtOrDefault(index), $"{typeof(T).Name} number {index}", timeout);

    /// <summary>Adds what happened and wakes those who wait for it.</summary>
    public void Add(T happened)
    {
        lock (events)
            events.Add(happened);
        bell.Ring();
    }
}
