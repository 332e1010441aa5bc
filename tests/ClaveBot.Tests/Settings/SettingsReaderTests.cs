using ClaveBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ClaveBot.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Values_of_every_kind_are_read()
    {
        var settings = Read(
            ("Mode", "operator"), ("Directory:Kind", "Sqlite"), ("Directory:Sqlite:Path", "people.db"), ("Mail:Folder", "mail"), ("Mail:Port", "25"),
            ("Links:Life", "00:05:00"), ("Retention:Conversation", "7.00:00:00"), ("Keys:Previous:0", GoodSettings.NewKey()), ("Telegram:Receive", "Polling"));

        settings.Mode.ShouldBe(BotMode.Operator);
        settings.Directory.Kind.ShouldBe(DirectoryKind.Sqlite);
        settings.Mail.Port.ShouldBe(25);
        settings.Links.Life.ShouldBe(TimeSpan.FromMinutes(5));
        settings.Retention.Conversation.ShouldBe(TimeSpan.FromDays(7));
        settings.Keys.Previous.Length.ShouldBe(1);
        settings.Telegram.Receive.ShouldBe(TelegramReceive.Polling);
    }

    [Fact]
    public void An_empty_value_means_the_default()
    {
        var settings = Read(("Mode", ""), ("Directory:Kind", ""), ("Links:Life", ""));

        settings.Mode.ShouldBe(BotMode.Portal);
        settings.Directory.Kind.ShouldBeNull();
        settings.Links.Life.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Values_of_the_wrong_form_are_listed_with_everything_else()
    {
        var exception = Should.Throw<SettingsException>(() =>
            Read(("Mode", "Foo"), ("Links:Life", "abc"), ("Mail:Port", "x"), ("Directory:Kind", "1"), ("PublicUrl", "")));

        exception.Errors.Select(error => error.Key).ShouldBe(["Mode", "Directory:Kind", "Mail:Port", "Links:Life", "PublicUrl"], ignoreOrder: true);
        exception.Message.ShouldContain("Portal, Operator");
        exception.Message.ShouldContain("00:10:00");
        exception.Errors.ShouldAllBe(error => exception.Message.Contains(error.Cure, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        var exception = Should.Throw<SettingsException>(() => Read(("Telegram:Token", "canary-token"), ("Telegram:SecretToken", "canary secret"), ("Keys:Index", "canarykey")));

        exception.Errors.Count.ShouldBe(3);
        exception.Message.ShouldNotContain("canary");
    }

    private static ClaveBotSettings Read(params (string Key, string Value)[] values)
    {
        var good = GoodSettings.Portal();
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["PublicUrl"] = good.PublicUrl,
            ["Redis:Configuration"] = good.Redis.Configuration,
            ["Keys:Index"] = good.Keys.Index,
            ["Keys:Current"] = good.Keys.Current,
            ["Telegram:Token"] = good.Telegram.Token,
            ["Telegram:SecretToken"] = good.Telegram.SecretToken,
        };
        foreach (var (key, value) in values)
            all[key] = value;
        return SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
