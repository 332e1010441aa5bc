using ClaveBot.Web.Health;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaveBot.Tests.Web;

public sealed class RunningReadinessTests
{
    [Fact]
    public async Task A_host_that_is_stopping_is_not_ready()
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var running = new RunningReadiness(lifetime);

        (await running.CheckAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        lifetime.StopApplication();
        (await running.CheckAsync(TestContext.Current.CancellationToken)).ShouldBe("is stopping");
    }
}
