using System.Text;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Settings;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Good_settings_have_no_errors()
    {
        SettingsCheck.Errors(GoodSettings.Portal()).ShouldBeEmpty();
        SettingsCheck.Errors(GoodSettings.Operator()).ShouldBeEmpty();
    }

    [Fact]
    public void Portal_needs_neither_directory_nor_mail_and_Operator_needs_both()
    {
        var settings = GoodSettings.Portal();
        settings.Mode = BotMode.Operator;

        Keys(settings).ShouldBe(["Directory:Kind", "Mail:Host"]);
    }

    [Fact]
    public void Empty_settings_tell_everything_at_once()
    {
        Keys(new ClaveBotSettings()).ShouldBe(["PublicUrl", "Redis:Configuration", "Keys:Index", "Keys:Current", "Telegram:Token"]);
    }

    public static TheoryData<string, Action<ClaveBotSettings>> Spoilt() => new()
    {
        { "PublicUrl", s => s.PublicUrl = "clavebot.test" },
        { "PublicUrl", s => s.PublicUrl = "ftp://clavebot.test" },
        { "PublicUrl", s => s.PublicUrl = "https://clavebot.test/?a=b" },
        { "PublicUrl", s => s.PublicUrl = "http://clavebot.test" },
        { "Urls", s => s.Urls = "" },
        { "Urls", s => s.Urls = "5081" },
        { "Urls", s => s.Urls = "http://localhost:99999" },
        { "Admin:Urls", s => s.Admin.Urls = "http://127.0.0.1:5081" },
        { "Admin:Urls", s => s.Admin.Urls = "nonsense" },
        { "Redis:Configuration", s => s.Redis.Configuration = " " },
        { "Redis:Configuration", s => s.Redis.Configuration = "abortConnect=false" },
        { "Redis:Configuration", s => s.Redis.Configuration = "127.0.0.1:6379,connectTimeout=soon" },
        { "Proxies:Trusted", s => s.Proxies.Trusted = ["10.0.0.0/24", "the proxy"] },
        { "Keys:Index", s => s.Keys.Index = "not base64!" },
        { "Keys:Index", s => s.Keys.Index = Convert.ToBase64String(new byte[31]) },
        { "Keys:Index", s => s.Keys.Index = Convert.ToBase64String(new byte[32]) },
        { "Keys:Current", s => s.Keys.Current = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]) },
        { "Keys:Current", s => s.Keys.Current = Convert.ToBase64String(Encoding.ASCII.GetBytes("change-me-change-me-change-me-32")) },
        { "Keys:Current", s => s.Keys.Current = s.Keys.Index },
        { "Keys:Previous:1", s => s.Keys.Previous = [GoodSettings.NewKey(), "short"] },
        { "Operators:TelegramGroup", s => s.Operators.TelegramGroup = "@operadores" },
        { "Operators:TelegramGroup", s => s.Operators.TelegramGroup = "1001" },
        { "Operators:TelegramGroup", s => (WhatsApp(s).AuthToken, s.Telegram.Token, s.Operators.TelegramGroup) = ("token", "", "-1001") },
        { "Operators:Hours", s => s.Operators.Hours = "17:00-08:00" },
        { "Operators:Hours", s => s.Operators.Hours = "8-17" },
        { "Operators:Days", s => s.Operators.Days = "" },
        { "Operators:Days", s => s.Operators.Days = "Lun-Vie" },
        { "Operators:Timeout", s => s.Operators.Timeout = TimeSpan.FromMinutes(4) },
        { "Operators:Timeout", s => s.Operators.Timeout = TimeSpan.FromHours(25) },
        { "Telegram:Token", s => s.Telegram.Token = "abc" },
        { "Telegram:Token", s => s.Telegram.Token = "123:abc\n" },
        { "Telegram:Token", s => s.Telegram.Token = "" },
        { "Telegram:SecretToken", s => s.Telegram.SecretToken = "" },
        { "Telegram:SecretToken", s => s.Telegram.SecretToken = "with space" },
        { "Telegram:SecretToken", s => s.Telegram.SecretToken = new string('a', 257) },
        { "Telegram:ApiUrl", s => s.Telegram.ApiUrl = "http://api.example.test" },
        { "WhatsApp:AuthToken", s => WhatsApp(s).AuthToken = "" },
        { "WhatsApp:From", s => WhatsApp(s).From = "0990000001" },
        { "WhatsApp:ApiUrl", s => WhatsApp(s).ApiUrl = "http://api.example.test" },
        { "WhatsApp:ContentApiUrl", s => WhatsApp(s).ContentApiUrl = "" },
        { "WhatsApp:Templates:Alert", s => WhatsApp(s).Templates.Alert = "SM00000000000000000000000000000001" },
        { "WhatsApp:TemplatesEnglish:Reminder", s => WhatsApp(s).TemplatesEnglish.Reminder = "HX01" },
        { "Directory:Kind", s => s.Directory.Kind = null },
        { "Directory:Ldap:Url", s => Ldap(s).Url = "" },
        { "Directory:Ldap:Url", s => Ldap(s).Url = "https://ldap.example.test" },
        { "Directory:Ldap:Url", s => Ldap(s).Url = "ldaps://uno.example.test dos.example.test" },
        { "Directory:Ldap:Url", s => Ldap(s).Url = "ldap://ldap.example.test" },
        { "Directory:Ldap:StartTls", s => Ldap(s).StartTls = true },
        { "Directory:Ldap:BaseDn", s => Ldap(s).BaseDn = "" },
        { "Directory:Ldap:UserFilter", s => Ldap(s).UserFilter = "(uid=*)" },
        { "Directory:Ldap:UserFilter", s => Ldap(s).UserFilter = "(uid={0}" },
        { "Directory:Ldap:BindDn", s => Ldap(s).BindDn = "" },
        { "Directory:Ldap:BindPassword", s => Ldap(s).BindPassword = "" },
        { "Directory:Ldap:Timeout", s => Ldap(s).Timeout = TimeSpan.FromSeconds(6) },
        { "Directory:Sqlite:Path", s => s.Directory.Sqlite.Path = "" },
        { "Directory:Sqlite:Policy:MinLength", s => s.Directory.Sqlite.Policy.MinLength = 14 },
        { "Directory:Sqlite:Policy:MinLength", s => s.Directory.Sqlite.Policy.MinLength = 65 },
        { "Directory:Sqlite:Policy:MaxLength", s => s.Directory.Sqlite.Policy.MaxLength = 63 },
        { "Directory:Sqlite:Policy:MaxLength", s => s.Directory.Sqlite.Policy.MaxLength = 129 },
        { "Directory:Sqlite:Policy:History", s => s.Directory.Sqlite.Policy.History = -1 },
        { "Directory:Sqlite:Policy:History", s => s.Directory.Sqlite.Policy.History = 25 },
        { "Directory:Sqlite:Policy:MinAge", s => s.Directory.Sqlite.Policy.MinAge = TimeSpan.FromDays(31) },
        { "Directory:Sqlite:Policy:MaxAge", s => s.Directory.Sqlite.Policy.MaxAge = TimeSpan.FromHours(23) },
        { "Directory:Sqlite:Policy:MaxFailures", s => s.Directory.Sqlite.Policy.MaxFailures = 3 },
        { "Directory:Sqlite:Policy:MaxFailures", s => s.Directory.Sqlite.Policy.MaxFailures = 101 },
        { "Directory:Sqlite:Policy:FailureWindow", s => s.Directory.Sqlite.Policy.FailureWindow = TimeSpan.FromSeconds(59) },
        { "Directory:Sqlite:Hash:MemoryKiB", s => s.Directory.Sqlite.Hash.MemoryKiB = 19_455 },
        { "Directory:Sqlite:Hash:Passes", s => s.Directory.Sqlite.Hash.Passes = 1 },
        { "Mail:Host", s => s.Mail.Folder = "" },
        { "Mail:Port", s => s.Mail.Port = 0 },
        { "Mail:From", s => s.Mail.From = "nobody" },
        { "Links:Life", s => s.Links.Life = TimeSpan.FromSeconds(59) },
        { "Links:Life", s => s.Links.Life = TimeSpan.FromMinutes(61) },
        { "Retention:Conversation", s => s.Retention.Conversation = TimeSpan.FromHours(23) },
        { "Retention:Conversation", s => s.Retention.Conversation = TimeSpan.FromDays(366) },
        { "TimeZone", s => s.TimeZone = "America/Nowhere" },
    };

    [Theory, MemberData(nameof(Spoilt), DisableDiscoveryEnumeration = true)]
    public void One_wrong_setting_is_the_one_error_and_has_a_cure(string key, Action<ClaveBotSettings> spoil)
    {
        var settings = GoodSettings.Operator();
        spoil(settings);

        var error = SettingsCheck.Errors(settings).ShouldHaveSingleItem();
        error.Key.ShouldBe(key);
        error.Cure.ShouldNotBeEmpty();
    }

    public static TheoryData<Action<ClaveBotSettings>> Fine() => new()
    {
        { s => s.PublicUrl = "http://localhost:5081" },
        { s => s.PublicUrl = "https://clavebot.test/clave/" },
        { s => s.Urls = "http://127.0.0.1:0" },
        { s => s.Urls = "http://*:80;https://[::]:443" },
        { s => s.Telegram = new TelegramSettings { Token = "123:abc", Receive = TelegramReceive.Polling } },
        { s => WhatsApp(s).From = "+593990000001" },
        { s => WhatsApp(s, andTelegram: false) },
        { s => s.Mail = new MailSettings { Host = "smtp.example.test", From = "clave@example.test" } },
        { s => s.Links.Life = TimeSpan.FromHours(1) },
    };

    [Theory, MemberData(nameof(Fine), DisableDiscoveryEnumeration = true)]
    public void Unusual_but_right_settings_are_taken(Action<ClaveBotSettings> change)
    {
        var settings = GoodSettings.Operator();
        change(settings);

        SettingsCheck.Errors(settings).ShouldBeEmpty();
    }

    [Fact]
    public void Both_ports_may_be_left_to_the_system()
    {
        var settings = GoodSettings.Portal();
        settings.Urls = settings.Admin.Urls = "http://127.0.0.1:0";

        SettingsCheck.Errors(settings).ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys(ClaveBotSettings settings) => SettingsCheck.Errors(settings).Select(error => error.Key);

    private static WhatsAppSettings WhatsApp(ClaveBotSettings settings, bool andTelegram = true)
    {
        settings.Telegram.Token = andTelegram ? settings.Telegram.Token : "";
        settings.WhatsApp.AccountSid = "AC00000000000000000000000000000000";
        settings.WhatsApp.AuthToken = "12345";
        settings.WhatsApp.From = "whatsapp:+593990000001";
        return settings.WhatsApp;
    }

    [Theory]
    [InlineData("ldap://ldap.example.test", true)]
    [InlineData("ldaps://uno.example.test,ldaps://dos.example.test:1636", false)]
    [InlineData("ldap://127.0.0.1:3890  ldap://[::1]", false)]
    public void Directories_are_spoken_to_in_secret_or_on_this_machine(string url, bool startTls)
    {
        var settings = GoodSettings.Operator();
        Ldap(settings).Url = url;
        settings.Directory.Ldap.StartTls = startTls;

        Keys(settings).ShouldBeEmpty();
    }

    private static LdapSettings Ldap(ClaveBotSettings settings)
    {
        settings.Directory.Kind = DirectoryKind.Ldap;
        var ldap = settings.Directory.Ldap;
        (ldap.Url, ldap.BaseDn, ldap.BindDn, ldap.BindPassword) = ("ldaps://ldap.example.test", "ou=people,dc=example,dc=test", "cn=clavebot,dc=example,dc=test", "secreto");
        return ldap;
    }
}
