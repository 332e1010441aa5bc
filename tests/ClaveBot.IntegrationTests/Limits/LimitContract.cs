using System.Net;
using ClaveBot.Accounts;
using ClaveBot.Keys;
using ClaveBot.Limits;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>What the limits promise on every Redis (S8).</summary>
public abstract class LimitContract : IAsyncLifetime
{
    private static readonly Limit Three = new("prueba", 3, TimeSpan.FromHours(1));
    private static readonly Limit Five = new("prueba-dia", 5, TimeSpan.FromDays(1));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly KeyRing _keys = LimitWorld.NewKeys();
    private readonly Cedula _ana = LimitWorld.CedulaOf("1700000001");
    private readonly Cedula _nobody = LimitWorld.CedulaOf("1759999996");

    protected abstract string Configuration { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task S8_of_a_hundred_at_once_as_many_get_through_as_fit()
    {
        await using var here = World();
        await using var there = World();
        var subject = LimitSubject.Of(_ana, _keys);

        var uses = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => (n % 2 == 0 ? here : there).Limiter.TryUseAsync(subject, [Three, Five])));

        uses.Count(use => use is not null).ShouldBe(3);
    }

    [Fact]
    public async Task S8_a_refused_try_is_counted_nowhere()
    {
        await using var world = World();
        var subject = LimitSubject.Of(_ana, _keys);

        for (var i = 0; i < 20; i++)
            await world.Limiter.TryUseAsync(subject, [Three, Five]);

        (await world.Limiter.LookAsync(subject, [Three, Five])).Select(count => count.Used).ShouldBe([3, 3]);
    }

    [Fact]
    public async Task S8_a_window_ends_to_the_millisecond()
    {
        await using var world = World();
        var subject = LimitSubject.Of(_ana, _keys);
        for (var i = 0; i < 3; i++)
            await world.Limiter.TryUseAsync(subject, [Three]);

        _time.Advance(Three.Window - TimeSpan.FromMilliseconds(1));
        (await world.Limiter.TryUseAsync(subject, [Three])).ShouldBeNull();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await world.Limiter.TryUseAsync(subject, [Three])).ShouldNotBeNull();
    }

    [Fact]
    public async Task S8_what_was_no_try_is_given_back_once_and_only_to_its_own_window()
    {
        await using var world = World();
        var subject = LimitSubject.Of(_ana, _keys);
        var first = (await world.Limiter.TryUseAsync(subject, [Three]))!;
        await world.Limiter.GiveBackAsync(first);
        (await world.Limiter.LookAsync(subject, [Three])).ShouldBeEmpty();

        var late = (await world.Limiter.TryUseAsync(subject, [Three]))!;
        _time.Advance(Three.Window);
        await world.Limiter.TryUseAsync(subject, [Three]);
        await world.Limiter.GiveBackAsync(late);
        (await world.Limiter.LookAsync(subject, [Three])).Single().Used.ShouldBe(1);
    }

    [Fact]
    public async Task S8_known_and_unknown_people_fill_up_alike()
    {
        await using var world = World();
        foreach (var cedula in new[] { _ana, _nobody })
        {
            var through = 0;
            for (var i = 0; i < 40; i++)
                through += await world.Gate.EnterAsync(Door.Proof, cedula, world.Chat(i), From(i)) is null ? 0 : 1;

            through.ShouldBe(Door.Proof.Strangers[0].Max);
        }
    }

    [Fact]
    public async Task S8_a_chat_and_an_address_fill_up_whatever_cédula_is_tried()
    {
        await using var world = World();

        (await CountAsync(Door.Proof.Chat[0].Max + 5, n => world.Gate.EnterAsync(Door.Proof, Numbered(n), world.Chat(1), From(n)))).ShouldBe(Door.Proof.Chat[0].Max);
        (await CountAsync(Door.Proof.Address[0].Max + 5, n => world.Gate.EnterAsync(Door.Proof, Numbered(n), world.Chat(100 + n), From(9_999)))).ShouldBe(Door.Proof.Address[0].Max);
    }

    [Fact]
    public async Task S8_one_IPv6_network_is_one_address()
    {
        await using var world = World();

        (await CountAsync(Door.Proof.Address[0].Max + 5, n => world.Gate.EnterAsync(
            Door.Proof, Numbered(n), world.Chat(n), new(IPAddress.Parse($"2001:db8:1:2::{n:x}"), null)))).ShouldBe(Door.Proof.Address[0].Max);
        (await world.Gate.EnterAsync(Door.Proof, _nobody, world.Chat(5_000), new(IPAddress.Parse("2001:db8:1:3::1"), null))).ShouldNotBeNull();
    }

    [Fact]
    public async Task S8_strangers_use_up_the_strangers_budget_alone()
    {
        await using var world = World();
        var cookie = await world.Gate.RememberAsync(_ana, world.Chat(1), Visitor.Unknown);

        (await CountAsync(1_000, n => world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(10 + n), From(n)))).ShouldBe(Door.Proof.Strangers[0].Max);

        (await world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(1), From(0)))!.Asker.ShouldBe(Asker.Owner);
        (await world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(2), From(0) with { Memory = cookie }))!.Asker.ShouldBe(Asker.Owner);
        (await world.Gate.EnterAsync(Door.Proof, _nobody, world.Chat(1), From(2_000)))!.Asker.ShouldBe(Asker.Stranger, "having proven one cédula is nothing for another");
    }

    [Fact]
    public async Task S8_an_owners_budget_has_an_end_too()
    {
        await using var world = World();
        await world.Gate.RememberAsync(_ana, world.Chat(1), Visitor.Unknown);

        (await CountAsync(50, n => world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(1), From(n)))).ShouldBe(Door.Proof.Owner[0].Max);
    }

    [Fact]
    public async Task S8_an_operator_can_reset_a_person()
    {
        await using var world = World();
        var subject = LimitSubject.Of(_ana, _keys);
        await CountAsync(30, n => world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(n), From(n)));

        await world.Limiter.ResetAsync(subject, Door.Proof.Strangers);

        (await world.Limiter.LookAsync(subject, Door.Proof.Strangers)).ShouldBeEmpty();
        (await world.Gate.EnterAsync(Door.Proof, _ana, world.Chat(100), From(100))).ShouldNotBeNull();
    }

    private static Visitor From(int number) => new(new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]), null);

    private static async Task<int> CountAsync(int tries, Func<int, Task<Pass?>> enter)
    {
        var through = 0;
        for (var n = 0; n < tries; n++)
            through += await enter(n) is null ? 0 : 1;
        return through;
    }

    /// <summary>Valid and nobody's: province 30, and the check digit that makes it so.</summary>
    private static Cedula Numbered(int number) => Enumerable.Range(0, 10)
        .Select(check => Cedula.TryParse($"300{number:000000}{check}", out var cedula) ? cedula : null)
        .First(cedula => cedula is not null)!;

    private LimitWorld World() => new(Configuration, _time, _keys);
}
