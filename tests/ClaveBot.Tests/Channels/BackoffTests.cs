using ClaveBot.Channels;

namespace ClaveBot.Tests.Channels;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_a_minute_and_start_again_after_a_success()
    {
        var backoff = new Backoff();

        Enumerable.Range(0, 9).Select(_ => backoff.Next().TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        backoff.Reset();
        backoff.Next().ShouldBe(TimeSpan.FromSeconds(1));
    }
}
