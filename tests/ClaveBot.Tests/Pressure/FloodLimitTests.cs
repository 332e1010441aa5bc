using ClaveBot.Pressure;

namespace ClaveBot.Tests.Pressure;

public sealed class FloodLimitTests
{
    private ulong _dice = 20260701;

    [Fact]
    public void Fewer_than_twenty_messages_in_any_ten_seconds_are_never_too_many()
    {
        for (var person = 0; person < 500; person++)
        {
            var chat = new Chat();
            var times = new Queue<TimeSpan>();
            var now = TimeSpan.FromDays(1);
            for (var message = 0; message < 300; message++)
            {
                now += TimeSpan.FromMilliseconds(Throw(3) == 0 ? Throw(8000) : Throw(50));
                while (times.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(10))
                    times.Dequeue();
                if (times.Count == 20)
                    now = times.Dequeue() + TimeSpan.FromSeconds(10);
                times.Enqueue(now);

                chat.Write(now).ShouldBe(FloodVerdict.Answer);
            }
        }
    }

    [Fact]
    public void Beyond_the_limit_it_is_told_once_and_the_first_message_after_the_break_works()
    {
        var chat = new Chat();
        var now = TimeSpan.FromDays(1);
        for (var message = 0; message < FloodLimit.Messages; message++)
            chat.Write(now).ShouldBe(FloodVerdict.Answer);

        chat.Write(now).ShouldBe(FloodVerdict.Tell);
        for (var message = 0; message < 100; message++)
            chat.Write(now + (FloodLimit.Break * 0.0099 * message)).ShouldBe(FloodVerdict.Ignore);

        chat.Write(now + FloodLimit.Break).ShouldBe(FloodVerdict.Answer);
        chat.Pace.ShouldBeNull();
    }

    [Fact]
    public void A_steady_flood_is_told_once_in_each_break()
    {
        var chat = new Chat();
        var verdicts = Enumerable.Range(0, 6000).Select(i => chat.Write(TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(10 * i))).ToList();

        verdicts.Count(verdict => verdict == FloodVerdict.Tell).ShouldBeInRange(2, 6);
    }

    [Fact]
    public void Nothing_is_kept_of_whoever_writes_calmly()
    {
        var chat = new Chat();
        for (var second = 0; second < 100; second++)
            chat.Write(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(second));

        chat.Pace.ShouldBeNull();
    }

    [Fact]
    public void Clocks_that_differ_do_no_harm()
    {
        FloodLimit.Judge(null, TimeSpan.FromSeconds(-5)).Verdict.ShouldBe(FloodVerdict.Answer);
        FloodLimit.Judge(new Pace { IsWaiting = true }, TimeSpan.FromSeconds(-5)).Verdict.ShouldBe(FloodVerdict.Ignore);
    }

    // Knuth's MMIX generator: the same rows on every run.
    private int Throw(int sides)
    {
        _dice = unchecked((_dice * 6364136223846793005) + 1442695040888963407);
        return (int)((_dice >> 33) % (ulong)sides);
    }

    private sealed class Chat
    {
        private TimeSpan _last;

        public Pace? Pace { get; private set; }

        public FloodVerdict Write(TimeSpan now)
        {
            var (verdict, pace) = FloodLimit.Judge(Pace, now - _last);
            if (verdict != FloodVerdict.Ignore)
                (_last, Pace) = (now, pace);
            return verdict;
        }
    }
}
