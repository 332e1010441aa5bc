namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>One slapd for all tests of a class; each test starts with new people and the usual policy.</summary>
public sealed class SlapdFixture : IAsyncLifetime
{
    internal SlapdServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SlapdServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
