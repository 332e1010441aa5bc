using ClaveBot.Accounts;

namespace ClaveBot.Web.Health;

/// <summary>The accounts, where there are any: in Portal mode none are ours.</summary>
internal sealed class DirectoryReadiness(IAccountDirectory? directory = null) : IReadinessCheck
{
    public string Name => "directory";

    public Task<string?> CheckAsync(CancellationToken cancellationToken) =>
        directory?.CheckAsync(cancellationToken) ?? Task.FromResult<string?>(null);
}
