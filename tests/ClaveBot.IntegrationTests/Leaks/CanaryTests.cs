using System.Text;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Telegram;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.IntegrationTests.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using StackExchange.Redis;

namespace ClaveBot.IntegrationTests.Leaks;

/// <summary>
/// L1 and L2: claves and cédulas go through every path, right and wrong, with every log at its most detailed level; afterwards they
/// are looked for everywhere.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Wrong = "canario-equivocado-4711";
    private const string New = "canario-nuevo-y-muy-largo-4712";
    private const string Unknown = "1759999996";
    private const string Pasted = "Canario.Pegado4714";
    private const string Recovered = "canario-recuperado-y-largo-4713";
    private const string Address = "198.51.100.213";
    private static readonly TestPerson Person = TestPeople.Ana;
    private static readonly TestPerson Forgetful = TestPeople.Beto;

    private readonly StringBuilder _outside = new();
    private RedisServer _redis = null!;
    private BotWorld _world = null!;
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration, startHost: false);
        _host = await HostProcess.StartAsync(_world,
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:System", "Trace"), ("Logging:Console:LogLevel:Default", "Trace"), ("Logging:Console:FormatterName", "simple"),
            ("Logging:Console:FormatterOptions:IncludeScopes", "true"));
    }

    [Fact]
    public async Task L1_and_L2_nothing_secret_is_anywhere()
    {
        var links = new List<Uri>();
        foreach (var channel in Enum.GetValues<Channel>())
            links.Add(await GoAllWaysAsync(channel));
        await Mails.WaitForAsync(_world.MailFolder, Person.Mail);
        var (recovery, code) = await RecoverAsync();
        links.Add(recovery);
        await MetricsAsync();

        string[] claves = [Person.Password, Wrong, New, Pasted, Forgetful.Password, Recovered, code, code.Replace(" ", "", StringComparison.Ordinal)];
        string[] secrets = [.. links.Select(link => link.Segments[2].Trim('/')), _world.Settings["Telegram:Token"]!, _world.Settings["WhatsApp:AuthToken"]!,
            _world.Settings["Telegram:SecretToken"]!, _world.Settings["Keys:Index"]!, _world.Settings["Keys:Current"]!];
        string[] people = [Person.Cedula, Unknown, Person.Name, Person.Mail, Forgetful.Cedula, Forgetful.Name, Forgetful.Mail, Address, .. _chats];

        var log = _host.Said;
        log.ShouldContain("dbug");
        MustNotHold("log", log, [.. claves, .. secrets, .. people]);
        await RedisMustNotHoldAsync([.. claves, .. secrets, .. people]);
        MustNotHold("SQLite", Read(Path.GetDirectoryName(_world.Settings["Directory:Sqlite:Path"])!, "directory.db*"), claves);
        MustNotHold("mails", Read(_world.MailFolder, "*"), [.. claves.Where(clave => !clave.StartsWith(code[..4], StringComparison.Ordinal)), .. secrets, Person.Cedula, Unknown, Forgetful.Cedula]);
        MustNotHold("calls and metrics", _outside.ToString(), [.. claves, Person.Cedula, Unknown, Forgetful.Cedula, Address]);
        var commands = CommandLines();
        commands.ShouldContain("ClaveBot.Web.dll");
        MustNotHold("command lines", commands, [.. claves, .. secrets, .. people]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
    }

    private readonly List<string> _chats = [];

    private async Task<Uri> GoAllWaysAsync(Channel channel)
    {
        var phone = _world.NewPhone(channel);
        _chats.Add(phone.Chat.Split('+')[^1]);
        await phone.AskAsync("hola");
        await PasteAsync(phone);
        var link = await Journey.ToLinkAsync(phone);
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(link);
        await PostBareAsync(link, "application/x-www-form-urlencoded", $"cedula={Unknown}&clave={Wrong}&acuerdo=si");
        await PostBareAsync(link, "application/x-www-form-urlencoded; charset=utf-7", $"cedula={Unknown}&clave={Wrong}");
        await PostBareAsync(link, "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=\"clave\"\r\n\r\n{Wrong}");
        await PostBareAsync(link, "application/x-www-form-urlencoded", $"clave={Wrong}&" + new string('x', 20_000));
        await PostBareAsync(new Uri(_world.Url, "/webhooks/telegram"), "application/json", $"{{\"text\":\"{Wrong}\"");
        await PostBareAsync(new Uri(_world.Url, "/webhooks/whatsapp"), "application/x-www-form-urlencoded", $"Body={Wrong}");
        await browser.GetAsync(new Uri(link + "?clave=" + Wrong));
        await browser.GetAsync(new Uri(link + "x" + Unknown));
        (await Journey.ProveAsync(browser, page, Person, Wrong)).Result.ShouldBe("refused");
        await browser.SubmitAsync(page, ("cedula", Unknown), ("clave", Wrong), ("acuerdo", "si"));
        await browser.SubmitAsync(page, ("cedula", Wrong), ("clave", Unknown), ("acuerdo", "si"));
        var clave = channel == Channel.Telegram ? Person.Password : New;
        page = await Journey.ProveAsync(browser, page, Person, clave);
        await browser.SubmitAsync(page, ("nueva", New), ("confirmacion", Wrong));
        await browser.SubmitAsync(page, ("nueva", Person.Cedula + "!!!!!!"), ("confirmacion", Person.Cedula + "!!!!!!"));
        var said = phone.Replies.Count;
        (await Journey.ChooseAsync(browser, page, channel == Channel.Telegram ? New : New + New)).Result.ShouldBe("changed");
        await phone.WaitForReplyAsync(said);
        foreach (var reply in phone.Replies)
            _outside.Append(reply);
        return link;
    }

    /// <summary>Into the chat, in every way there is: at the messenger nothing of it stays.</summary>
    private async Task PasteAsync(Phone phone)
    {
        await GoneAsync(phone, () => phone.TypeAsync($"mi clave es {Wrong} y mi cédula {Unknown}"));
        await GoneAsync(phone, () => phone.TypeAsync(Pasted));
        await GoneAsync(phone, () => phone.TypeAsync(Unknown));
        await GoneAsync(phone, () => phone.SendAsync(MessageKind.Photo, $"mi cédula {Person.Cedula}"));
        await GoneAsync(phone, () => phone.SendAsync(MessageKind.Forwarded, $"la clave de ella es {Pasted}"));
        if (phone is not TelegramPhone telegram)
            return;
        await GoneAsync(phone, () => telegram.EditAsync(telegram.Transcript.Last(message => !message.FromBot && !message.Deleted), $"mi clave es {Pasted}"));
        var group = _world.Telegram.InGroup(-100990000999, 990000999, "Persona de prueba");
        (await group.AskAsync($"/ayuda mi clave es {Pasted} y mi cédula {Person.Cedula}")).Text.ShouldContain("Escríbame en privado");
    }

    private static async Task GoneAsync(Phone phone, Func<Task<PhoneMessage>> paste)
    {
        var replies = phone.Replies.Count;
        var said = await paste();
        (await phone.WaitForReplyAsync(replies)).Text.ShouldContain("Eso parece");
        var now = phone.Transcript.Single(message => message.Number == said.Number);
        (now.Deleted || now.Redacted).ShouldBeTrue(said.Kind.ToString());
    }

    /// <summary>The way of whoever forgot the clave, wrong code and wrong person included.</summary>
    private async Task<(Uri Link, string Code)> RecoverAsync()
    {
        var phone = _world.NewPhone(Channel.WhatsApp);
        _chats.Add(phone.Chat.Split('+')[^1]);
        var link = await Journey.ToRecoveryAsync(phone);
        using var browser = new PageClient(_world.Url) { Address = Address };
        var page = await Journey.NameAsync(browser, link, Forgetful.Cedula);
        var code = Journey.CodeIn(await Mails.WaitForAsync(_world.MailFolder, Forgetful.Mail)).ShouldNotBeNull();
        await Journey.RecoverAsync(browser, page, code[^1] == '0' ? code[..^1] + '1' : code[..^1] + '0', Recovered);
        var said = phone.Replies.Count;
        (await Journey.RecoverAsync(browser, page, code, Recovered)).Result.ShouldBe("changed");
        await phone.WaitForReplyAsync(said);
        foreach (var reply in phone.Replies)
            _outside.Append(reply);
        return (link, code);
    }

    /// <summary>Of every process that came of this one, as anybody may list them.</summary>
    private static string CommandLines()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => char.IsAsciiDigit(name[0]))
            .ToDictionary(id => id, id => Of(id, "status").Split('\n').FirstOrDefault(line => line.StartsWith("PPid:", StringComparison.Ordinal))?[5..].Trim() ?? "", StringComparer.Ordinal);
        var here = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Concat(parents.Keys.Where(IsOurs).Select(id => Of(id, "cmdline")));

        bool IsOurs(string id) => parents.TryGetValue(id, out var parent) && (parent == here || IsOurs(parent));

        static string Of(string id, string file)
        {
            try
            {
                return File.ReadAllText($"/proc/{id}/{file}");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
                return "";
            }
        }
    }

    private static async Task PostBareAsync(Uri url, string type, string body)
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await http.PostAsync(url, content, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
    }

    private async Task MetricsAsync()
    {
        using var http = new HttpClient();
        _outside.Append(await http.GetStringAsync(new Uri(new Uri(_world.Settings["Admin:Urls"]!), "/metrics"), TestContext.Current.CancellationToken));
    }

    /// <summary>Everything that was ever written, then what a rewrite of the log makes of it.</summary>
    private async Task RedisMustNotHoldAsync(string[] secrets)
    {
        var log = Read(_redis.Folder, "*");
        log.ShouldContain("issued");
        MustNotHold("Redis' log", log, secrets);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis.Configuration + ",allowAdmin=true");
        await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "rdbcompression", "no");
        await connection.GetDatabase().ExecuteAsync("SAVE");
        MustNotHold("Redis' dump", Read(_redis.Folder, "*"), secrets);
    }

    private static string Read(string folder, string pattern)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        text.Length.ShouldBePositive();
        return text.ToString();
    }

    private static void MustNotHold(string place, string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            foreach (var form in new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) }.Distinct(StringComparer.Ordinal))
                text.Contains(form, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{place} holds {secret}");
        }
    }
}
