using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Telegram;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Demo.Telegram;

public sealed class TelegramDeliveryTests : IAsyncLifetime
{
    private const string Secret = "made-up_Secret";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));
    private TelegramEmulator telegram = null!;
    private WebhookSpy webhook = null!;

    public async ValueTask InitializeAsync()
    {
        telegram = await TelegramEmulator.StartAsync(new TelegramEmulatorOptions("1:abc"), time);
        webhook = await WebhookSpy.StartAsync();
        await telegram.SetWebhookAsync(webhook.Url, Secret);
    }

    public async ValueTask DisposeAsync()
    {
        await telegram.DisposeAsync();
        await webhook.DisposeAsync();
    }

    [Fact]
    public async Task Delivers_a_text_with_the_secret_header()
    {
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");

        var delivered = await webhook.Got.WaitForAsync(0);

        delivered.Headers["X-Telegram-Bot-Api-Secret-Token"].ShouldBe(Secret);
        var message = JsonNode.Parse(delivered.Body)!["message"]!;
        message["text"]!.ToString().ShouldBe("hola");
        message["chat"]!["id"]!.GetValue<long>().ShouldBe(7);
        message["chat"]!["type"]!.ToString().ShouldBe("private");
    }

    [Fact]
    public async Task Resends_at_once_then_after_2_4_8_seconds_and_at_most_two_minutes()
    {
        webhook.Answer = WebhookSpy.Status(StatusCodes.Status500InternalServerError);
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");

        var waits = new List<double>();
        for (var attempt = 0; attempt < 9; attempt++)
        {
            var next = (await telegram.Attempts.WaitForAsync(attempt)).NextIn!.Value;
            waits.Add(next.TotalSeconds);
            time.Advance(next);
        }

        waits[..6].ShouldBe([0, 2, 4, 8, 16, 32]);
        waits[6..].ShouldAllBe(seconds => seconds >= 60 && seconds <= 120);
    }

    [Fact]
    public async Task Waits_as_long_as_the_bot_asks()
    {
        webhook.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "17";
            return Task.CompletedTask;
        };

        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");

        (await telegram.Attempts.WaitForAsync(0)).NextIn.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_failing_update_holds_up_its_own_chat_and_no_other()
    {
        webhook.Answer = (delivered, context) =>
        {
            if (delivered.Body.Contains("veneno", StringComparison.Ordinal))
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        await telegram.PhoneOf(7, "Rosa").TypeAsync("veneno");
        await telegram.PhoneOf(7, "Rosa").TypeAsync("detrás");
        await telegram.Attempts.WaitForAsync(1);

        await telegram.PhoneOf(8, "Luis").TypeAsync("aparte");
        await telegram.Attempts.WaitForAsync(2);

        webhook.Got.All.ShouldContain(delivered => delivered.Body.Contains("aparte", StringComparison.Ordinal));
        webhook.Got.All.ShouldNotContain(delivered => delivered.Body.Contains("detr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_one_update_of_a_chat_in_flight_and_in_order()
    {
        var gate = new TaskCompletionSource();
        webhook.Answer = (_, _) => gate.Task;
        var phone = telegram.PhoneOf(7, "Rosa");
        for (var number = 0; number < 5; number++)
            await phone.TypeAsync($"texto {number}");

        await webhook.Got.WaitForAsync(0);
        gate.SetResult();
        await webhook.Got.WaitForAsync(4);

        webhook.MostAtOnce.ShouldBe(1);
        webhook.Got.All.Select(delivered => JsonNode.Parse(delivered.Body)!["message"]!["text"]!.ToString())
            .ShouldBe(["texto 0", "texto 1", "texto 2", "texto 3", "texto 4"]);
    }

    [Fact]
    public async Task Gives_up_on_a_text_after_24_hours()
    {
        webhook.Answer = WebhookSpy.Status(StatusCodes.Status500InternalServerError);
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");
        await telegram.Attempts.WaitForAsync(1);
        time.Advance(TimeSpan.FromHours(24));

        await telegram.PhoneOf(7, "Rosa").TypeAsync("otra");
        await telegram.Attempts.WaitForAsync(2);

        telegram.PendingUpdates.Count.ShouldBe(1);
        webhook.Got.All[^1].Body.ShouldContain("otra");
    }

    [Fact]
    public async Task Delivers_an_update_again_when_a_test_asks_for_it()
    {
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");
        var first = JsonNode.Parse((await webhook.Got.WaitForAsync(0)).Body)!["update_id"]!.GetValue<long>();
        await telegram.Attempts.WaitForAsync(0);

        await telegram.DeliverAsync(first);

        webhook.Got.All.Count.ShouldBe(2);
        webhook.Got.All[1].Body.ShouldBe(webhook.Got.All[0].Body);
    }

    [Fact]
    public async Task Honours_a_method_in_the_answer()
    {
        webhook.Answer = (_, context) => context.Response.WriteAsync("""{"method":"sendMessage","chat_id":7,"text":"recibido"}""");

        var reply = await telegram.PhoneOf(7, "Rosa").AskAsync("hola");

        reply.Text.ShouldBe("recibido");
        reply.Kind.ShouldBe(MessageKind.Text);
    }
}
