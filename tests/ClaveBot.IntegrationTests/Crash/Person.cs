using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>
/// Somebody who says one thing, or two at once, waits for the right answers, and goes on. Everything that comes is an expected answer, an
/// answer that came before, or wrong.
/// </summary>
internal sealed class Person(CrashWorld world, Channel channel)
{
    private const int Turns = 40;

    // As people type; and below what a chat may say in ten seconds.
    private static readonly TimeSpan Typing = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly Phone _phone = world.Bot.NewPhone(channel);
    private readonly List<PhoneMessage> _heard = [];

    private ConversationId Id => ConversationId.Of(new ChatAddress(channel, _phone.Chat), world.Keys);

    /// <summary>One conversation, from hello on.</summary>
    /// <param name="stop">Then the person says nothing more, but waits for what is owed.</param>
    public async Task TalkAsync(CancellationToken stop)
    {
        using var script = new Script(channel, _phone.Chat, world.Settings);
        for (var turn = 0; turn < Turns && !stop.IsCancellationRequested; turn++)
        {
            var pace = Task.Delay(Typing, TimeProvider.System, CancellationToken.None);
            var score = world.Current;
            var saying = turn > 0 && score.Fault == CrashFault.Reorder && script.Pair() is [_, _] pair ? pair : [script.Next()];
            world.Provoke(channel);
            var messages = await Task.WhenAll(saying.Select(one => _phone.TypeAsync(one.Said)));
            if (!await HearAsync(score, messages, [.. saying.Select(one => one.Right)]))
                return;
            await pace;
        }
    }

    /// <summary>What still comes after the last answer counts too.</summary>
    public void Close()
    {
        foreach (var late in _phone.Replies.Skip(_heard.Count))
            Judge(world.Current, late);
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
                score.Answered(TimeProvider.System.GetElapsedTime(said));
                return true;
            }
            catch (TimeoutException)
            {
                patience -= Glance;
                foreach (var message in messages)
                    await world.FetchIfGivenUpAsync(score, channel, message);
            }
        }

        score.LoseOne();
        world.Report($"LOST on {channel} at '{score.Point.Name}' x {score.Fault}: '{messages[0].Text}' after {_heard.Count} answers; {await world.DescribeAsync(Id)}; {string.Join(" | ", _phone.Transcript.TakeLast(5).Select(Short))}");
        return false;
    }

    private bool IsRight(PhoneMessage reply, Answer right) =>
        reply.Text.StartsWith(right.Text, StringComparison.Ordinal)
        && (right.Payload is null || channel == Channel.WhatsApp || reply.Buttons.Any(button => button.Payload == right.Payload));

    private void Judge(Score score, PhoneMessage reply)
    {
        // The buttons of a finished step may be gone already.
        var first = _heard.LastOrDefault(before => before.Text == reply.Text && (reply.Buttons.Count == 0 || PayloadsOf(before).SequenceEqual(PayloadsOf(reply))));
        _heard.Add(reply);
        if (first is null)
        {
            score.GoWrong();
            world.Report($"WRONG on {channel} at '{score.Point.Name}' x {score.Fault}: {Short(reply)} after {string.Join(" | ", _phone.Transcript.TakeLast(7).Select(Short))}");
            return;
        }

        var explained = !world.WasMarkedBetween(Id, first.At, reply.At);
        score.Repeat(explained);
        if (!explained)
            world.Report($"UNEXPLAINED on {channel} at '{score.Point.Name}' x {score.Fault}: {first.At:ss.fff} and {reply.At:ss.fff}, marked {world.MarksOf(Id)}, heard {string.Join(' ', _heard.TakeLast(6).Select(m => m.At.ToString("ss.fff", System.Globalization.CultureInfo.InvariantCulture)))}");
    }

    private static string Short(PhoneMessage message) =>
        $"{(message.FromBot ? "bot" : "person")} {message.Text[..Math.Min(30, message.Text.Length)].ReplaceLineEndings(" ")} {message.Buttons.FirstOrDefault(button => button.Payload is not null)?.Payload}";

    private static IEnumerable<string?> PayloadsOf(PhoneMessage message) => message.Buttons.Select(button => button.Payload);
}
