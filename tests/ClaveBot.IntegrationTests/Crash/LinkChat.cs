using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The chat of one change of a clave: each thing said has one answer, and the change one message at its end.</summary>
internal sealed class LinkChat(TalkWorld world, Channel channel)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly Phone _phone = world.Bot.NewPhone(channel);
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal) { ["¡Listo!"] = 1 };

    public ConversationId Id => ConversationId.Of(new ChatAddress(channel, _phone.Chat), world.Keys);

    public string Transcript => string.Join(" / ", _phone.Transcript.TakeLast(4).Select(message => message.Text[..Math.Min(25, message.Text.Length)].ReplaceLineEndings(" ")));

    public bool Hears(string text) => _phone.Replies.Any(reply => Has(reply, text));

    /// <summary>Says something and waits for the answer that holds <paramref name="right"/>; null: it did not come.</summary>
    public async Task<PhoneMessage?> SayAsync(string said, string right)
    {
        var score = world.Current;
        score.Said(1);
        _asked[right] = _asked.GetValueOrDefault(right) + 1;
        var from = _phone.Replies.Count;
        var message = await _phone.TypeAsync(said);
        for (var left = world.Patience; left > TimeSpan.Zero;)
        {
            if (await WaitForAsync(right, Glance, from) is { } reply)
            {
                score.Fetched(reply.At - message.At > Glance && world.WasGivenUp(channel, message) ? 1 : 0);
                return reply;
            }

            if (!world.IsStillBrought(channel, _phone.Chat))
                left -= Glance;
        }

        return null;
    }

    /// <summary>Waits a little for an answer; null: not yet.</summary>
    public async Task<PhoneMessage?> WaitForAsync(string text, TimeSpan patience, int from = 0)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var at = from; patience - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } left; at++)
        {
            try
            {
                if (await _phone.WaitForReplyAsync(at, left) is var reply && Has(reply, text))
                    return reply;
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Counts what came more often than it was asked for; for when nothing is unsent any more.</summary>
    public void Judge(Score score)
    {
        foreach (var (text, asked) in _asked)
        {
            var heard = _phone.Replies.Where(reply => Has(reply, text)).ToList();
            var causes = heard.Zip(heard.Skip(1), (first, second) => world.Ledger.CauseOf(Id, _phone.Chat, first.At, second.At));
            foreach (var cause in causes.OrderByDescending(cause => cause).Concat(Enumerable.Repeat(Cause.None, heard.Count)).Take(heard.Count - asked))
            {
                score.Repeat(cause, channel);
                if (cause == Cause.None)
                    world.Report($"UNEXPLAINED '{text}' on {channel} at '{score.Point.Name}' x {score.Fault}: asked {asked}, heard {string.Join(' ', heard.Select(reply => reply.At.ToString("mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)))}; {world.Ledger.Tell(Id, _phone.Chat, heard[0].At.AddSeconds(-1))}");
            }
        }
    }

    private static bool Has(PhoneMessage reply, string text) => reply.Text.Contains(text, StringComparison.Ordinal);
}
