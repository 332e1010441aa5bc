using System.Security.Cryptography;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Outbox;

public sealed class RouteGateTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly KeyRing _keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);
    private readonly RouteGate _gate;

    public RouteGateTests() => _gate = new RouteGate(_time);

    [Fact]
    public void One_chat_in_trouble_closes_nothing_however_often_it_fails()
    {
        for (var i = 0; i < 20; i++)
            _gate.Refused(Chat(1), TimeSpan.FromSeconds(30)).ShouldBeFalse();

        _gate.ClosedFor.ShouldBeNull();
    }

    [Fact]
    public void Chat_after_chat_closes_it_for_as_long_as_was_asked()
    {
        var closings = Enumerable.Range(1, RouteGate.Threshold).Select(i => _gate.Refused(Chat(i), TimeSpan.FromSeconds(30))).ToList();

        closings.Count(closing => closing).ShouldBe(1);
        _gate.ClosedFor.ShouldBe(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(30));
        _gate.ClosedFor.ShouldBeNull();
    }

    [Fact]
    public void A_success_in_between_counts_for_all()
    {
        for (var i = 0; i < 20; i++)
        {
            _gate.Refused(Chat(i), null);
            if (i % 4 == 0)
                _gate.Taken();
        }

        _gate.ClosedFor.ShouldBeNull();
    }

    [Fact]
    public void While_the_other_side_stays_dead_it_is_asked_less_and_less_often()
    {
        for (var i = 1; i < RouteGate.Threshold; i++)
            _gate.Refused(Chat(i), null);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 8; i++)
        {
            _gate.Refused(Chat(100 + i), null).ShouldBeTrue();
            pauses.Add(_gate.ClosedFor.ShouldNotBeNull());
            _time.Advance(pauses[^1]);
        }

        pauses.ShouldBe(pauses.Order());
        pauses[0].ShouldBe(TimeSpan.FromSeconds(1));
        pauses[^1].ShouldBe(TimeSpan.FromSeconds(30));
    }

    private ConversationId Chat(int number) =>
        ConversationId.Of(new(Channel.Telegram, number.ToString(System.Globalization.CultureInfo.InvariantCulture)), _keys);
}
