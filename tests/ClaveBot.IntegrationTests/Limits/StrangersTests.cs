using ClaveBot.Accounts;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>Over the embedded directory.</summary>
public sealed class StrangersTests(OperatorWorld world) : StrangersContract(world.Bot), IClassFixture<OperatorWorld>
{
    protected override async Task IsNotLockedAsync(TestPerson person, string clave) =>
        (await world.Bot.Services.GetRequiredService<IAccountDirectory>().VerifyAsync(Of(person), new Secret(clave), TestContext.Current.CancellationToken))
            .ShouldBeOfType<VerifyResult.Proven>();
}
