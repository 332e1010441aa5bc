using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Journeys;

namespace ClaveBot.IntegrationTests.Redis;

/// <summary>What an ordinary turn costs: at most one read and one script before the acknowledgement, one script after the send.</summary>
public sealed class CommandBudgetTests(OperatorWorld world) : IClassFixture<OperatorWorld>
{
    private const int Turns = 10;

    private const string PauseSwitch = "GET {0}:pause";

    // Every 10 seconds: until when messages were taken, and, by shard, what counts against the daily cap.
    private const string WhatsAppInbox = "SET";
    private const string DailyCap = ":l:wa:";

    // The due loop's rounds and the client's own housekeeping.
    private static readonly string[] Housekeeping = ["ZRANGEBYSCORE", "PING", "INFO", "CLIENT", "CONFIG", "ECHO", "SCAN", PauseSwitch, WhatsAppInbox];

    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task One_read_and_two_scripts(Channel channel)
    {
        var phone = world.Bot.NewPhone(channel);
        await phone.AskAsync("hola");
        await IdleAsync();
        using var monitor = await RedisMonitor.StartAsync(world.Redis);

        for (var turn = 0; turn < Turns; turn++)
            await phone.AskAsync("ayuda");
        await IdleAsync();

        var commands = monitor.Commands.Where(command => !Housekeeping.Contains(command) && !command.Contains(DailyCap)).ToList();
        commands.ShouldAllBe(command => command == "EVALSHA" || command.StartsWith("GET {", StringComparison.Ordinal));
        commands.Count(command => command == "EVALSHA").ShouldBe(2 * Turns);
        commands.Count(command => command.StartsWith("GET {", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(Turns);
    }

    /// <summary>Until nothing is unsent any more.</summary>
    private async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await world.Redis.AskAsync("--scan", "--pattern", "*:o:*")).Trim().Length > 0)
            patience.Token.ThrowIfCancellationRequested();
    }
}
