using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>
/// Somebody who says one thing, or two at once, waits for the right answers, and goes on. Everything that comes is an expected answer, an
/// answer that came before, or wrong.
/// </summary>
internal sealed class Person(TalkWorld world, Channel channel)
{
    private const int Turns = 40;

    // As people type; and below what a chat may say in ten seconds.
    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBrought = TimeSpan.FromMinutes(15);

    private readonly Phone _phone = world.Bot.NewPhone(channel);
    private readonly List<PhoneMessage> _heard = [];
    private readonly List<Answer> _lost = [];
    private Score _last = world.Current;

    private ConversationId Id => ConversationId.Of(new ChatAddress(channel, _phone.Chat), world.Keys);

    /// <summary>One conversation, from hello on.</summary>
    /// <param name="stop">Then the person says nothing more, but waits for what is owed.</param>
    public async Task TalkAsync(CancellationToken stop)
    {
        using var script = new Script(channel, _phone.Chat, world.Settings);
        for (var turn = 0; turn < Turns && !stop.IsCancellationRequested; turn++)
        {
            var pace = Task.Delay(Typing, TimeProvider.System, CancellationToken.None);
            var score = _last = world.Current;
            var saying = turn > 0 && score.Fault == CrashFault.Reorder && script.Pair() is [_, _] pair ? pair : [script.Next()];
            world.Provoke(channel);
            var messages = await Task.WhenAll(saying.Select(one => _phone.TypeAsync(one.Said)));
            if (!await HearAsync(score, messages, [.. saying.Select(one => one.Right)]))
                return;
            await pace;
        }
    }

    /// <summary>What still comes after the last answer counts too.</summary>
    public async Task CloseAsync()
    {
        if (!await world.IsAllSentAsync(Id))
            world.Report($"UNSENT on {channel}: {await world.DescribeAsync(Id)}");
        foreach (var late in _phone.Replies.Skip(_heard.Count))
            Judge(_last, late);
    }

    private async Task<bool> HearAsync(Score score, PhoneMessage[] messages, List<Answer> right)
    {
        score.Said(messages.Length);
        var said = TimeProvider.System.GetTimestamp();
        for (var patience = world.Patience; patience > TimeSpan.Zero;)
        {
            try
            {
                var reply = await _phone.WaitForReplyAsync(_heard.Count, Glance);
                if (right.Find(answer => IsRight(reply, answer)) is not { } found)
                {
                    Judge(score, reply);
                    continue;
                }

                _heard.Add(reply);
                right.Remove(found);
                if (right.Count > 0)
                    continue;
                NoteDelay(score, messages, TimeProvider.System.GetElapsedTime(said));
                return true;
            }
            catch (TimeoutException)
            {
                // What the messenger keeps bringing is not lost, however often it is refused.
                if (!world.IsStillBrought(channel, _phone.Chat) || TimeProvider.System.GetElapsedTime(said) > LongestBrought)
                    patience -= Glance;
            }
        }

        score.LoseOne();
        _lost.AddRange(right);
        world.Report($"LOST on {channel} at '{score.Point.Name}' x {score.Fault}: '{messages[0].Text}' at {messages[0].At:mm:ss.fff} after {_heard.Count} answers, given up {world.WasGivenUp(channel, messages[0])}, {await world.DescribeAsync(Id)}; {world.Ledger.Tell(Id, _phone.Chat, messages[0].At)}; {Transcript(5)}");
        return false;
    }

    private void NoteDelay(Score score, PhoneMessage[] messages, TimeSpan after)
    {
        score.Answered(after);
        if (after > Glance)
            score.Fetched(messages.Count(message => world.WasGivenUp(channel, message)));
    }

    private bool IsRight(PhoneMessage reply, Answer right) =>
        reply.Text.StartsWith(right.Text, StringComparison.Ordinal)
        && (right.Payload is null || channel == Channel.WhatsApp || reply.Buttons.Any(button => button.Payload == right.Payload));

    private void Judge(Score score, PhoneMessage reply)
    {
        // The buttons of a finished step may be gone already.
        var first = _heard.LastOrDefault(before => before.Text == reply.Text && (reply.Buttons.Count == 0 || PayloadsOf(before).SequenceEqual(PayloadsOf(reply))));
        _heard.Add(reply);
        if (_lost.Find(answer => IsRight(reply, answer)) is { } found)
        {
            _lost.Remove(found);
            world.Report($"CAME AFTER ALL on {channel}: {Short(reply)} at {reply.At:mm:ss.fff}");
            return;
        }

        if (first is null)
        {
            score.GoWrong();
            world.Report($"WRONG on {channel} at '{score.Point.Name}' x {score.Fault}: {Short(reply)} after {Transcript(7)}");
            return;
        }

        var cause = world.Ledger.CauseOf(Id, _phone.Chat, first.At, reply.At);
        score.Repeat(cause, channel);
        if (cause == Cause.None)
            world.Report($"UNEXPLAINED on {channel} at '{score.Point.Name}' x {score.Fault}: {first.At:mm:ss.fff} and {reply.At:mm:ss.fff}; {world.Ledger.Tell(Id, _phone.Chat, first.At.AddSeconds(-1))}");
    }

    private string Transcript(int count) => string.Join(" | ", _phone.Transcript.TakeLast(count).Select(Short));

    private static string Short(PhoneMessage message) =>
        $"{(message.FromBot ? "bot" : "person")} {message.Text[..Math.Min(30, message.Text.Length)].ReplaceLineEndings(" ")} {message.Buttons.FirstOrDefault(button => button.Payload is not null)?.Payload}";

    private static IEnumerable<string?> PayloadsOf(PhoneMessage message) => message.Buttons.Select(button => button.Payload);
}
