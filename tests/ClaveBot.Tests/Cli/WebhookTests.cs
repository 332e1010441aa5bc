using System.Text.Json.Nodes;
using ClaveBot.Conversation;
using ClaveBot.Demo.Telegram;
using ClaveBot.Demo.Wire;
using ClaveBot.Tests.Channels;
using ClaveBot.Tests.Demo;
using ClaveBot.Tests.Settings;

namespace ClaveBot.Tests.Cli;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Token = "123456:canary-token";
    private const string Secret = "canary-secret";

    private TelegramEmulator telegram = null!;
    private WebhookSpy host = null!;
    private Dictionary<string, string?> settings = null!;

    public async ValueTask InitializeAsync()
    {
        telegram = await TelegramEmulator.StartAsync(new(Token), TimeProvider.System);
        host = await WebhookSpy.StartAsync();
        settings = new(StringComparer.Ordinal)
        {
            ["PublicUrl"] = host.Url.GetLeftPart(UriPartial.Authority) + "/clave/",
            ["Redis:Configuration"] = "127.0.0.1:1",
            ["Keys:Index"] = GoodSettings.NewKey(),
            ["Keys:Current"] = GoodSettings.NewKey(),
            ["Telegram:Token"] = Token,
            ["Telegram:SecretToken"] = Secret,
            ["Telegram:ApiUrl"] = telegram.Url,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await telegram.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Set_makes_Telegram_deliver_here_with_the_secret()
    {
        var run = await RunAsync("set");
        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldContain("/clave/webhooks/telegram");

        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");

        (await host.Got.WaitForAsync(0)).Headers["X-Telegram-Bot-Api-Secret-Token"].ShouldBe(Secret);
    }

    [Fact]
    public async Task Set_asks_for_what_the_bot_reads_and_drops_nothing()
    {
        await using var api = await RecordingServer.StartAsync(RecordingServer.Json(200, """{"ok":true,"result":true}"""));
        settings["Telegram:ApiUrl"] = api.Url;

        (await RunAsync("set")).Status.ShouldBe(0);

        var request = api.Requests.First();
        request.Path.ShouldBe($"/bot{Token}/setWebhook");
        var body = JsonNode.Parse(request.Body)!;
        body["url"]!.ToString().ShouldBe(settings["PublicUrl"] + "webhooks/telegram");
        body["secret_token"]!.ToString().ShouldBe(Secret);
        body["max_connections"]!.GetValue<int>().ShouldBe(100);
        body["allowed_updates"]!.AsArray().Select(kind => kind!.ToString()).ShouldBe(["message", "edited_message", "callback_query"]);
        (body["drop_pending_updates"]?.GetValue<bool>() ?? false).ShouldBeFalse();
    }

    [Fact]
    public async Task Set_shows_the_commands_in_both_languages_and_whose_bot_it_is()
    {
        await using var api = await RecordingServer.StartAsync(RecordingServer.Json(200, """{"ok":true,"result":true}"""));
        settings["Telegram:ApiUrl"] = api.Url;

        (await RunAsync("set")).Status.ShouldBe(0);

        var commands = Bodies(api, "setMyCommands");
        commands.Select(body => body["language_code"]?.ToString()).ShouldBe([null, "en"]);
        commands.ShouldAllBe(body => body["scope"]!["type"]!.ToString() == "all_private_chats");
        Names(commands[0]).ShouldContain("cambiar");
        Names(commands[1]).ShouldContain("change");
        Names(commands[0]).Count.ShouldBe(Topics.All.Count);
        var descriptions = Bodies(api, "setMyDescription");
        descriptions[0]["description"]!.ToString().ShouldContain("no soy el IESS");
        descriptions[1]["description"]!.ToString().ShouldContain("I am not the IESS");
    }

    [Fact]
    public async Task Info_tells_where_Telegram_delivers_and_what_went_wrong()
    {
        (await RunAsync("info")).Output.ShouldContain("delivers nowhere. Run: webhook set");

        await telegram.SetWebhookAsync(new Uri("https://elsewhere.example.test/"), Secret);
        (await RunAsync("info")).Output.ShouldContain("delivers to https://elsewhere.example.test/ and not to");

        host.Answer = WebhookSpy.Status(503);
        await RunAsync("set");
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");
        await telegram.Attempts.WaitForAsync(0);
        var output = (await RunAsync("info")).Output;
        output.ShouldContain($"delivers to {settings["PublicUrl"]}webhooks/telegram\n");
        output.ShouldContain("Waiting: 1\n");
        output.ShouldContain("UTC, Wrong response from the webhook: 503");
    }

    [Fact]
    public async Task Delete_ends_delivery_and_keeps_what_waits()
    {
        host.Answer = WebhookSpy.Status(503);
        await RunAsync("set");
        await telegram.PhoneOf(7, "Rosa").TypeAsync("hola");

        (await RunAsync("delete")).Status.ShouldBe(0);

        var output = (await RunAsync("info")).Output;
        output.ShouldContain("delivers nowhere");
        output.ShouldContain("Waiting: 1\n");
    }

    [Fact]
    public async Task Info_tells_what_to_enter_at_Twilio()
    {
        settings["Telegram:Token"] = "";
        settings["WhatsApp:AccountSid"] = "AC" + new string('0', 32);
        settings["WhatsApp:AuthToken"] = "canary-auth";
        settings["WhatsApp:From"] = "+593990000001";

        var run = await RunAsync("info");

        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldContain("whatsapp:+593990000001");
        run.Output.ShouldContain(settings["PublicUrl"] + "webhooks/whatsapp#rc=3&rp=5xx,ct,rt\n");
        run.Output.ShouldContain("Templates for what is said after 24 hours: none is set");
        (await RunAsync("set")).Status.ShouldBe(1);
    }

    [Fact]
    public async Task Polling_and_a_webhook_exclude_each_other()
    {
        await RunAsync("set");
        settings["Telegram:Receive"] = "Polling";

        (await RunAsync("set")).Status.ShouldBe(1);
        (await RunAsync("info")).Output.ShouldContain("Run: webhook delete");
        (await RunAsync("delete")).Status.ShouldBe(0);
        (await RunAsync("info")).Output.ShouldContain("delivers nowhere, and the host polls");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_Telegram_refuses_is_told_with_its_code(int status)
    {
        telegram.Faults.Next(new Fault.Refuse(status));

        var run = await RunAsync("set");

        run.Status.ShouldBe(1);
        run.Error.ShouldContain($"Telegram {status}");
    }

    [Fact]
    public async Task Neither_the_bots_token_nor_a_key_is_ever_printed()
    {
        await using var parrot = await RecordingServer.StartAsync(
            RecordingServer.Json(400, $$"""{"ok":false,"error_code":400,"description":"bad webhook at bot{{Token}}"}"""));
        foreach (var api in new[] { telegram.Url, parrot.Url, "http://127.0.0.1:1", "http://api.example.test" })
        {
            settings["Telegram:ApiUrl"] = api;
            foreach (var command in new[] { "set", "info", "delete" })
            {
                var said = await CliProgram.RunAsync(settings, "webhook", command);
                (said.Output + said.Error).ShouldContain(api.Contains("example", StringComparison.Ordinal) ? "Telegram:ApiUrl" : "Telegram");
                (said.Output + said.Error).ShouldNotContain("Unhandled");
                (said.Output + said.Error).ShouldNotContain("canary");
                (said.Output + said.Error).ShouldNotContain(settings["Keys:Current"]!);
            }
        }
    }

    [Fact]
    public async Task Settings_come_from_a_file_and_the_environment_wins()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "PublicUrl": "https://of-the-file.example.test", "Telegram": { "Receive": "Polling" } }""", TestContext.Current.CancellationToken);

        var run = await CliProgram.RunAsync(settings, "webhook", "info", "--settings", file);

        run.Output.ShouldContain("the host polls");
        run.Output.ShouldNotContain("of-the-file");
        File.Delete(file);
        (await CliProgram.RunAsync(settings, "webhook", "info", "--settings", file)).Status.ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_settings_are_listed_with_their_cures()
    {
        settings["PublicUrl"] = "";
        settings["Redis:Configuration"] = "";

        var run = await RunAsync("set");

        run.Status.ShouldBe(1);
        run.Error.ShouldContain("PublicUrl is missing");
        run.Error.ShouldContain("Redis:Configuration is missing");
        telegram.Calls.All.ShouldBeEmpty();
    }

    private static List<JsonNode> Bodies(RecordingServer api, string method) =>
        [.. api.Requests.Where(request => request.Path.EndsWith("/" + method, StringComparison.Ordinal)).Select(request => JsonNode.Parse(request.Body)!)];

    private static List<string> Names(JsonNode body) => [.. body["commands"]!.AsArray().Select(command => command!["command"]!.ToString())];

    private Task<CliRun> RunAsync(string command) => CliProgram.RunAsync(settings, "webhook", command);
}
