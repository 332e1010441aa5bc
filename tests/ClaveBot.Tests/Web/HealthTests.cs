using System.Net;
using ClaveBot.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_is_answered_for_any_host_on_both_ports()
    {
        await using var server = await TestHost.StartAsync();
        using var answer = await server.GetAsync("/health/live", "10.0.0.7");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Admin.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).ShouldBe("""{"live":true}""");
    }

    [Fact]
    public async Task Ready_when_nothing_is_missing()
    {
        await using var server = await TestHost.StartAsync(services => With(services, new Check("redis", _ => Task.FromResult<string?>(null))));
        (await server.Public.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("""{"ready":true,"missing":[]}""");
    }

    [Fact]
    public async Task Not_ready_names_what_is_missing_and_gives_reasons_on_the_admin_port_only()
    {
        await using var server = await TestHost.StartAsync(services => With(services,
            new Check("redis", _ => Task.FromResult<string?>("cannot be reached at 10.0.0.1")),
            new Check("broken", _ => throw new InvalidOperationException("secret")),
            new Check("fine", _ => Task.FromResult<string?>(null))));

        using var answer = await server.GetAsync("/health/ready", "10.0.0.7");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"ready":false,"missing":["redis","broken"]}""");

        using var inside = await server.Admin.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var reasons = await inside.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        reasons.ShouldContain("cannot be reached at 10.0.0.1");
        reasons.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_check_that_hangs_is_given_two_seconds()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var server = await TestHost.StartAsync(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            With(services, new Check("redis", async token =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return null;
            }));
        });

        var pending = server.GetAsync("/health/ready");
        await asked.Task;
        while (!pending.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.WhenAny(pending, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        using var answer = await pending;
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static void With(IServiceCollection services, params Check[] checks)
    {
        services.RemoveAll<IReadinessCheck>();
        foreach (var check in checks)
            services.AddSingleton<IReadinessCheck>(check);
    }

    private sealed class Check(string name, Func<CancellationToken, Task<string?>> check) : IReadinessCheck
    {
        public string Name => name;

        public Task<string?> CheckAsync(CancellationToken cancellationToken) => check(cancellationToken);
    }
}
