using ClaveBot.Channels;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>People who talk all the time, half of them on each channel; whoever has said enough is followed by somebody new.</summary>
internal sealed class Crowd
{
    private readonly TalkWorld _world;
    private readonly Task _talking;

    /// <param name="world">Where they talk.</param>
    /// <param name="people">How many at once.</param>
    /// <param name="over">From then on nobody says anything more.</param>
    public Crowd(TalkWorld world, int people, CancellationToken over)
    {
        _world = world;
        _talking = Task.WhenAll(Enumerable.Range(0, people).Select(i => TalkAsync(i % 2 == 0 ? Channel.Telegram : Channel.WhatsApp, over)));
    }

    /// <summary>Waits for every answer that is owed.</summary>
    public Task EndAsync() => _talking;

    private async Task TalkAsync(Channel channel, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var person = new Person(_world, channel);
            await person.TalkAsync(over);
            await person.CloseAsync();
        }
    }
}
