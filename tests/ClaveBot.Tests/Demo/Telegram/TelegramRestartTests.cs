using ClaveBot.Demo.Telegram;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Tests.Demo.Telegram;

public sealed class TelegramRestartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Chats_and_undelivered_updates_are_still_there()
    {
        await using var webhook = await WebhookSpy.StartAsync();
        await using (var before = await StartAsync())
        {
            webhook.Answer = WebhookSpy.Status(StatusCodes.Status503ServiceUnavailable);
            await before.SetWebhookAsync(webhook.Url, "s");
            await before.PhoneOf(7, "Rosa").TypeAsync("sigo aquí");
            await before.Attempts.WaitForAsync(0);
        }

        webhook.Answer = (_, _) => Task.CompletedTask;
        await using var after = await StartAsync();
        after.PhoneOf(7, "Rosa").Transcript.Single().Text.ShouldBe("sigo aquí");
        after.PendingUpdates.Count.ShouldBe(1);

        await after.SetWebhookAsync(webhook.Url, "s");

        (await after.Attempts.WaitForAsync(0)).Taken.ShouldBeTrue();
        after.PendingUpdates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_cut_off_by_a_kill_is_skipped()
    {
        await using (var before = await StartAsync())
            await before.PhoneOf(7, "Rosa").TypeAsync("entero");
        await File.AppendAllTextAsync(Path.Combine(folder, "telegram.messages.jsonl"), """{"number":2,"chat":"7","te""", TestContext.Current.CancellationToken);

        await using var after = await StartAsync();
        var next = await after.PhoneOf(7, "Rosa").TypeAsync("después");

        next.Number.ShouldBe(2);
    }

    private Task<TelegramEmulator> StartAsync() =>
        TelegramEmulator.StartAsync(new TelegramEmulatorOptions("1:abc", Folder: folder), TimeProvider.System);
}
