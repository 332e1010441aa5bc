namespace ClaveBot.Demo;

/// <summary>Says how long each stage of the start took.</summary>
internal sealed class Stages(TimeProvider time, TextWriter output)
{
    public T Run<T>(string name, Func<T> stage)
    {
        var started = time.GetTimestamp();
        var result = stage();
        Say(name, started);
        return result;
    }

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> stage)
    {
        var started = time.GetTimestamp();
        var result = await stage();
        Say(name, started);
        return result;
    }

    public Task RunAsync(string name, Func<Task> stage) => RunAsync(name, async () =>
    {
        await stage();
        return true;
    });

    private void Say(string name, long started) =>
        output.WriteLine(FormattableString.Invariant($"  {name,-22}{time.GetElapsedTime(started).TotalSeconds,6:0.0} s"));
}
