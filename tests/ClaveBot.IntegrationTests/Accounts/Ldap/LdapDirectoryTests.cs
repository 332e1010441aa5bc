namespace ClaveBot.IntegrationTests.Accounts.Ldap;

/// <summary>The contract, kept by a real slapd.</summary>
public sealed class LdapDirectoryTests(SlapdFixture fixture) : DirectoryContract, IClassFixture<SlapdFixture>
{
    protected override async Task<DirectoryUnderTest> StartAsync() => await LdapUnderTest.StartAsync(fixture.Server);
}
