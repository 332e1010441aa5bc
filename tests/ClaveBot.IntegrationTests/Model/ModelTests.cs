using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using CsCheck;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>
/// R1, R2, R3: any interleaving of messages, presses, redeliveries, crashes and time on two instances is, in the end, what the simple
/// model says: each turn answered in its order, once, or again only when an instance died before it heard that the first was accepted.
/// </summary>
/// <remarks>A failure prints the seed: run again with <c>CsCheck_Seed</c> set to it.</remarks>
public sealed class ModelTests
{
    [Fact]
    public Task R1_R2_any_story_on_two_instances_ends_as_the_model_says() => PlayAsync(stories: 60);

    [Fact, Trait("Run", "Long")]
    public Task R1_R2_any_story_of_2_000_on_two_instances_ends_as_the_model_says() => PlayAsync(stories: 2_000);

    private static async Task PlayAsync(long stories)
    {
        await using var redis = await RedisServer.StartAsync();
        var number = 0;
        await Op.Story.SampleAsync(
            async story =>
            {
                await using var twins = await Twins.StartAsync(redis.Configuration);
                await new Story(twins, Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture)).PlayAsync(story);
            },
            iter: stories,
            threads: 1);
    }

    private sealed class Story(Twins twins, string name)
    {
        private readonly Machine[] _models = [.. Enumerable.Range(0, Op.Chats).Select(_ => new Machine())];
        private readonly List<(int Id, IncomingContent Content)>[] _said = [.. Enumerable.Range(0, Op.Chats).Select(_ => new List<(int, IncomingContent)>())];
        private int _deaths;
        private int _passes;

        public async Task PlayAsync(Op[] story)
        {
            foreach (var op in story)
                await PlayAsync(op);

            for (var rounds = 0; !await twins.IsQuietAsync(); rounds++)
            {
                // Below the life of a link, which would be a turn of its own.
                rounds.ShouldBeLessThan(100, "something is never sent");
                await PassAsync(2);
                await BuryAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }

            for (var chat = 0; chat < Op.Chats; chat++)
                Compare(chat);
        }

        private async Task PlayAsync(Op op)
        {
            await BuryAsync();
            var (model, said) = (_models[op.Chat], _said[op.Chat]);
            switch (op)
            {
                case Op.Say say:
                    await SayAsync(say, new IncomingContent.Text(say.Word));
                    model.Say(say.Word);
                    break;
                case Op.Press press when Replied(op.Chat) is { Count: > 0 } replies:
                    var message = replies[^Math.Min(replies.Count, press.Back + 1)];
                    var (state, turn) = Replies.Of(message);
                    await SayAsync(press, new IncomingContent.Press(message.Buttons[0].Payload, null));
                    model.Press(isFresh: turn == model.Owed.Count && state == model.State);
                    break;
                case Op.Again again when said.Count > 0:
                    var old = said[^Math.Min(said.Count, again.Back + 1)];
                    (await twins.Of(op.Instance).SayAsync(NameOf(op.Chat), old.Id, old.Content)).ShouldBe(TurnOutcome.SeenBefore);
                    break;
                case Op.Both both:
                    var help = new IncomingContent.Text("ayuda");
                    await Task.WhenAll(SayAsync(both, help), SayAsync(both with { Instance = 1 - both.Instance }, help));
                    model.Say("ayuda");
                    model.Say("ayuda");
                    break;
                case Op.Meet meet:
                    twins.Of(op.Instance).Messenger.Next(meet.Fate);
                    break;
                case Op.Die:
                    _deaths++;
                    await twins.ReplaceAsync(op.Instance);
                    break;
                case Op.Pass pass:
                    await PassAsync(pass.Seconds);
                    break;
            }
        }

        private async Task SayAsync(Op op, IncomingContent content)
        {
            int id;
            lock (_said)
            {
                id = _said[op.Chat].Count + 1;
                _said[op.Chat].Add((id, content));
            }

            (await twins.Of(op.Instance).SayAsync(NameOf(op.Chat), id, content)).ShouldBe(TurnOutcome.Committed);
        }

        /// <summary>Whoever died at a send is replaced.</summary>
        private async Task BuryAsync()
        {
            for (var i = 0; i < 2; i++)
            {
                if (!twins.Of(i).Messenger.IsDead)
                    continue;
                _deaths++;
                await twins.ReplaceAsync(i);
            }
        }

        private Task PassAsync(int seconds)
        {
            _passes++;
            return twins.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        private void Compare(int chat)
        {
            var heard = Replied(chat).Select(Replies.Of).ToList();
            var distinct = heard.Distinct().OrderBy(reply => reply.Turn).ToList();

            distinct.Select(reply => reply.State).ShouldBe(_models[chat].Owed);
            distinct.Select(reply => reply.Turn).ShouldBe(Enumerable.Range(1, _models[chat].Owed.Count));
            // In order; what came again came before anything newer.
            heard.Select(reply => reply.Turn).ShouldBeInOrder();
            // Again only when an instance died over it, or its lease was over while it was at it.
            (heard.Count - distinct.Count).ShouldBeLessThanOrEqualTo(_deaths + _passes);
        }

        private List<OutgoingMessage> Replied(int chat) => [.. twins.Chats.GetValueOrDefault(NameOf(chat), new())];

        private string NameOf(int chat) => $"{name}{chat}";
    }
}
