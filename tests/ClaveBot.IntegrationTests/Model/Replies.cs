using System.Globalization;
using ClaveBot.Channels;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>Reads what came: each button carries the state and the number of the turn that offered it.</summary>
internal static class Replies
{
    public static IReadOnlyList<int> TurnsOf(IEnumerable<OutgoingMessage> messages) => [.. messages.Select(message => Of(message).Turn)];

    public static (string State, int Turn) Of(OutgoingMessage message)
    {
        var parts = message.Buttons[0].Payload.Split(':');
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>Waits until nothing is left to send.</summary>
internal static class Settle
{
    public static async Task DownAsync(Twins twins)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await twins.IsQuietAsync())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }
}
