using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Keys;
using ClaveBot.Outbox;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>Reminders on two instances over one redis-server; it is seven in the morning in Guayaquil, on 7 January 2030.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private const string Chat = "1";
    private const string Reminder = "usted me pidió que le recuerde";

    // Nine in the morning there.
    private static readonly DateTimeOffset In30Days = new(2030, 2, 6, 14, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private int _said;
    private RedisServer _redis = null!;
    private Twins _twins = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _twins = await Twins.StartAsync(_redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await _twins.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task R6_a_reminder_comes_once_although_both_instances_look_and_both_are_new()
    {
        await SayAsync("recordatorio", "1");
        await _twins.ReplaceAsync(0);
        await _twins.ReplaceAsync(1);

        await AtAsync(In30Days - AMinute);
        Reminders.ShouldBe(0);
        await AtAsync(In30Days);
        Reminders.ShouldBe(1);
        await AtAsync(In30Days + TimeSpan.FromDays(1));

        Reminders.ShouldBe(1);
        Said[^1].Buttons.Select(button => button.Label).ShouldBe(["Cambiar mi clave", "Recordarme otro día", "No, gracias"]);
        await SayAsync("sí");
        Said[^1].Text.ShouldContain("Paso 1 de 6");
    }

    [Fact]
    public async Task R6_a_reminder_whose_instance_dies_before_sending_it_comes_from_another()
    {
        await SayAsync("recordatorio", "1");
        _twins.Of(0).Messenger.Next(Fate.DiesBefore);
        _twins.Of(1).Messenger.Next(Fate.DiesBefore);

        await _twins.PassAsync(In30Days - _twins.Time.GetUtcNow(), together: true);
        await UntilAsync(() => _twins.Of(0).Messenger.IsDead || _twins.Of(1).Messenger.IsDead);
        await _twins.ReplaceAsync(0);
        await _twins.ReplaceAsync(1);
        await QuietAsync();

        Reminders.ShouldBe(1);
    }

    [Fact]
    public async Task At_night_it_waits_for_the_morning_also_when_every_host_slept_through_its_time()
    {
        await SayAsync("recordatorio", "1");

        await AtAsync(In30Days.AddHours(13));
        await AtAsync(In30Days.AddHours(20));
        Reminders.ShouldBe(0);
        await AtAsync(In30Days.AddHours(22));

        Reminders.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_messenger_did_not_take_by_day_is_not_sent_at_night()
    {
        await SayAsync("recordatorio", "1");
        _twins.Of(0).Messenger.Next(Fate.Refused);
        _twins.Of(1).Messenger.Next(Fate.Refused);
        await _twins.PassAsync(In30Days - _twins.Time.GetUtcNow(), together: true);
        await UntilAsync(() => _redis.AskAsync("--scan", "--pattern", "*:o:*").Result.Length > 1);

        for (var sweeps = 0; sweeps < 5; sweeps++)
            await _twins.PassAsync(TimeSpan.FromHours(sweeps == 0 ? 13 : 1));
        Reminders.ShouldBe(0);
        await AtAsync(In30Days.AddHours(22));

        Reminders.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_was_put_off_taken_off_or_erased_does_not_come()
    {
        await SayAsync("recordatorio", "1", "recordatorio", "60");
        await AtAsync(In30Days);
        Reminders.ShouldBe(0);
        await SayAsync("quitar recordatorio");
        await AtAsync(In30Days.AddDays(30));
        Reminders.ShouldBe(0);

        await SayAsync("recordatorio", "30", "borrar", "borrar todo");
        await AtAsync(In30Days.AddDays(61));

        Reminders.ShouldBe(0);
        (await _redis.AskAsync("ZSCORE", RedisKeys.Due(Id.Shard).ToString(), Id.Text)).Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_is_kept_until_its_reminder_and_the_retention_after_it()
    {
        await SayAsync("recordatorio", "90");
        long.Parse((await _redis.AskAsync("PTTL", RedisKeys.Record(Id).ToString())).Trim(), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan((long)TimeSpan.FromDays(119).TotalMilliseconds);
        var due = In30Days.AddDays(60);

        await AtAsync(due - AMinute);
        (await LoadAsync()).ShouldNotBeNull();
        await AtAsync(due);
        Reminders.ShouldBe(1);
        await AtAsync(due.AddDays(29));
        (await LoadAsync()).ShouldNotBeNull();
        await AtAsync(due.AddDays(31));

        (await LoadAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_reminded()
    {
        await SayAsync("recordatorio", "1");
        await _twins.Of(0).Services.GetRequiredService<Reachability>().LostAsync(Id, _twins.Time.GetUtcNow());

        await AtAsync(In30Days);

        Reminders.ShouldBe(0);
        (await LoadAsync())!.Reminder.ShouldBeNull();
    }

    [Fact]
    public async Task In_the_midst_of_a_change_it_waits_for_the_links_end_and_an_hour()
    {
        await SayAsync("recordatorio", "1");
        await AtAsync(In30Days - AMinute);
        await SayAsync("cambiar", "sí", "sí");

        await AtAsync(In30Days.AddMinutes(5));
        Reminders.ShouldBe(0);
        await AtAsync(In30Days.AddMinutes(20));
        Said[^1].Text.ShouldContain("venció");
        Reminders.ShouldBe(0);
        await AtAsync(In30Days.AddMinutes(81));

        Reminders.ShouldBe(1);
    }

    [Fact]
    public async Task Two_that_nobody_asked_for_are_never_sent_in_a_row()
    {
        await SayAsync("recordatorio", "1");
        await AtAsync(In30Days);
        var store = _twins.Of(0).Services.GetRequiredService<ConversationStore>();
        var reminded = (await LoadAsync())!;
        reminded.IsNudged.ShouldBeTrue();
        var again = reminded with { Reminder = In30Days.AddDays(1) };
        await store.CommitAsync(new() { Id = Id, Record = again, DueAt = In30Days.AddDays(1) });

        await AtAsync(In30Days.AddDays(1));
        Reminders.ShouldBe(1);
        await SayAsync("hola", "recordatorio", "1");
        await AtAsync(In30Days.AddDays(32));

        Reminders.ShouldBe(2);
    }

    private ConversationId Id => ConversationId.Of(new(Channel.Telegram, Chat), _twins.Of(0).Services.GetRequiredService<KeyRing>());

    private IReadOnlyList<OutgoingMessage> Said => [.. _twins.Chats.GetValueOrDefault(Chat, new())];

    private int Reminders => Said.Count(message => message.Text.Contains(Reminder, StringComparison.Ordinal));

    private Task<ConversationRecord?> LoadAsync() => _twins.Of(0).Services.GetRequiredService<ConversationStore>().LoadAsync(Id);

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            await _twins.Of(0).SayAsync(Chat, ++_said, new IncomingContent.Text(text));
            await QuietAsync();
        }
    }

    /// <summary>Sleeps until then; then both instances look, until nothing waits to be sent.</summary>
    private async Task AtAsync(DateTimeOffset at)
    {
        await _twins.PassAsync(at - _twins.Time.GetUtcNow(), together: true);
        await QuietAsync();
        await _twins.PassAsync(TimeSpan.Zero, together: true);
        await QuietAsync();
    }

    private async Task QuietAsync()
    {
        for (var rounds = 0; !await _twins.IsQuietAsync(); rounds++)
        {
            rounds.ShouldBeLessThan(100, "something is never sent");
            await _twins.PassAsync(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }
}
