using ClaveBot.Demo.Store;

namespace ClaveBot.Tests.Cli;

/// <summary><c>doctor</c>, run as operators run it: a healthy bot, then one spoilt thing after the other.</summary>
public sealed class DoctorTests(OperatorBot bot) : IClassFixture<OperatorBot>
{
    [Fact]
    public async Task A_healthy_bot_has_nothing_bad()
    {
        var run = await RunAsync();

        run.Status.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldNotContain("BAD");
        foreach (var area in new[] { "settings", "redis", "clock", "directory", "mail", "host", "telegram", "whatsapp" })
            run.Output.ShouldMatch($@"(?m)^(ok|look) +{area} ");
    }

    [Theory]
    [InlineData("redis", "Redis:Configuration", "127.0.0.1:{free}", "Check Redis:Configuration")]
    [InlineData("telegram", "Telegram:Token", "123456:revoked", "Check Telegram:Token")]
    [InlineData("whatsapp", "WhatsApp:AuthToken", "rotated", "WhatsApp:AuthToken")]
    [InlineData("directory", "Directory:Sqlite:Path", "/no/such/folder/people.db", "Directory:Sqlite:Path")]
    [InlineData("mail", "Mail:Folder", "/dev/null/mail", "Mail:Folder")]
    [InlineData("telegram", "PublicUrl", "http://127.0.0.1:{free}", "Run: webhook set")]
    [InlineData("redis", "Redis:Replicas", "1", "Redis:Replicas")]
    public async Task What_is_spoilt_is_named_with_its_cure(string area, string key, string value, string cure)
    {
        var run = await RunAsync((key, value.Replace("{free}", FreePort.Find().ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

        run.Status.ShouldBe(1, run.Output + run.Error);
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("BAD ", StringComparison.Ordinal) && line.Contains(area, StringComparison.Ordinal) && line.Contains(cure, StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public async Task The_operators_group_must_be_there_and_private()
    {
        (await RunAsync(("Operators:TelegramGroup", "-1009"))).Output.ShouldMatch("BAD +telegram +the operators' group .*Add the bot to the group");

        await bot.World.Telegram.InGroup(-1001, 770000001, "Operadora").TypeAsync("buenos días");
        (await RunAsync(("Operators:TelegramGroup", "-1001"))).Output.ShouldMatch("ok +telegram +the operators' group is private");

        bot.World.Telegram.Publish(-1001, "grupo_abierto");
        (await RunAsync(("Operators:TelegramGroup", "-1001"))).Output.ShouldMatch("BAD +telegram +the operators' group has a public name");
    }

    [Theory]
    [InlineData("approved", "ok +whatsapp +WhatsApp:Templates:Alert is approved", 0)]
    [InlineData("rejected", "BAD +whatsapp +WhatsApp:Templates:Alert is rejected", 1)]
    [InlineData("unsubmitted", "BAD +whatsapp +WhatsApp:Templates:Alert is unsubmitted", 1)]
    public async Task A_template_is_good_when_WhatsApp_approved_it(string approval, string finding, int status)
    {
        var run = await RunAsync(("WhatsApp:Templates:Alert", bot.World.WhatsApp.AddTemplate("Aviso. {{1}} Responda aquí.", approval)));

        run.Status.ShouldBe(status, run.Output + run.Error);
        run.Output.ShouldMatch(finding);
        run.Output.ShouldMatch("look +whatsapp +WhatsApp:Templates:Reminder, WhatsApp:Templates:Person: empty");
    }

    [Fact]
    public async Task A_template_that_Twilio_does_not_have_is_bad()
    {
        var run = await RunAsync(("WhatsApp:Templates:Person", "HX" + new string('0', 32)));

        run.Status.ShouldBe(1);
        run.Output.ShouldMatch("BAD +whatsapp +WhatsApp:Templates:Person names no template");
    }

    [Fact]
    public async Task Buttons_that_are_not_made_yet_are_told()
    {
        var run = await RunAsync(("WhatsApp:QuickReplies", "true"));

        run.Status.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldMatch("look +whatsapp +Twilio has 0 of 10 content resources");
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_is_bad()
    {
        var run = await RunAsync(("Mail:Folder", ""), ("Mail:Host", "127.0.0.1"), ("Mail:Port", FreePort.Find().ToString(System.Globalization.CultureInfo.InvariantCulture)));

        run.Status.ShouldBe(1);
        run.Output.ShouldMatch("BAD +mail +127.0.0.1 does not answer");
    }

    [Fact]
    public async Task Wrong_settings_are_all_told_at_once()
    {
        var run = await RunAsync(("Keys:Index", "c2hvcnQ="), ("PublicUrl", "http://clave.example.test"));

        run.Status.ShouldBe(1);
        run.Error.ShouldContain("Keys:Index is 5 bytes long");
        run.Error.ShouldContain("PublicUrl is not https");
    }

    [Fact]
    public async Task No_secret_is_told()
    {
        var run = await RunAsync();

        foreach (var secret in new[] { "Telegram:Token", "Telegram:SecretToken", "WhatsApp:AuthToken", "Keys:Index", "Keys:Current" })
            (run.Output + run.Error).ShouldNotContain(bot.World.Settings[secret]!);
    }

    private Task<CliRun> RunAsync(params (string Key, string Value)[] spoilt)
    {
        var settings = bot.World.Settings.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in spoilt)
            settings[key] = value;
        return CliProgram.RunAsync(settings, "doctor");
    }
}
