namespace ClaveBot.Web.Health;

/// <summary>A host that is stopping takes nothing new, while it finishes what it began.</summary>
internal sealed class RunningReadiness(IHostApplicationLifetime lifetime) : IReadinessCheck
{
    public string Name => "running";

    public Task<string?> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? "is stopping" : null);
}
