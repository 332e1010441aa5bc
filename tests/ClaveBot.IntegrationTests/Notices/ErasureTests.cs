using System.Globalization;
using System.Text;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>L3: erasure leaves nothing of the person behind, and retention does it by itself.</summary>
public sealed class ErasureTests : NoticeWorld
{
    [Theory]
    [InlineData(Channel.Telegram)]
    [InlineData(Channel.WhatsApp)]
    public async Task L3_erasure_leaves_nothing_of_chat_or_person_in_Redis(Channel channel)
    {
        var phone = await KnownAsync(channel);
        await ADayLaterAsync(phone);
        await Journey.ToLinkAsync(phone);
        var (id, person) = (IdOf(phone), Person);
        (await KeysAsync()).Count(key => key.Contains(id.Text)).ShouldBePositive();

        await phone.AskAsync("borrar mis datos");
        (await phone.AskAsync("borrar todo")).Text.ShouldContain("borré");
        await RecordedAsync("erasure asked");
        await UntilAsync(async () => (await KeysAsync()).All(key => !key.Contains(person.Hash) && !key.Contains(":e:") && !key.Contains(":o:")));

        // The ids of the last messages stay for a day, so that "borrar todo" that comes again begins nothing.
        (await KeysAsync()).Where(key => key.Contains(id.Text)).ShouldHaveSingleItem().ShouldBe($"{{{id.Shard}}}:c:{id.Text}");
        long.Parse((await Server.AskAsync("TTL", $"{{{id.Shard}}}:c:{id.Text}")).Trim(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 25 * 3600);
        (await Persons.ReadAsync(person)).Salt.ShouldBeEmpty();
        (await Server.AskAsync("ZCARD", $"{{{id.Shard}}}:due")).Trim().ShouldBe("0");
        var log = await RewrittenLogAsync();
        log.ShouldContain("audit");
        foreach (var trace in new[] { phone.Chat.Split('+')[^1], Victim.Cedula, Victim.Name, Victim.Mail, person.Hash, id.Text + ":", ":k:" })
            log.ShouldNotContain(trace);
    }

    [Fact]
    public async Task L3_an_erasure_that_comes_again_begins_nothing_and_a_new_message_does()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await phone.AskAsync("hola");
        await phone.AskAsync("borrar");
        await PostAsync(phone, 9001, "borrar todo");
        (await phone.WaitForReplyAsync(2)).Text.ShouldContain("borré");

        await PostAsync(phone, 9001, "borrar todo");
        await PostAsync(phone, 9002, "hola");

        (await phone.WaitForReplyAsync(3)).Text.ShouldContain("Soy ClaveBot");
        phone.Replies.Count.ShouldBe(4);
    }

    [Fact]
    public async Task L3_a_thiefs_erasure_does_not_take_the_names_off_the_record()
    {
        var thief = await StolenAsync(Channel.Telegram, Victim.Password, Journey.NewClave);
        await RecordedAsync("change done");
        var salt = (await Persons.ReadAsync(Person)).Salt;

        await thief.AskAsync("borrar");
        await thief.AskAsync("borrar todo");
        await RecordedAsync("erasure asked");
        await UntilAsync(async () => !(await Persons.ReadAsync(Person)).Knows(IdOf(thief)));

        (await Persons.ReadAsync(Person)).Salt.ShouldBe(salt);
        var left = long.Parse((await Server.AskAsync("TTL", $"{{{Person.Shard}}}:p:{Person.Hash}")).Trim(), CultureInfo.InvariantCulture);
        TimeSpan.FromSeconds(left).ShouldBeInRange(TimeSpan.FromDays(29), TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task L3_what_retention_is_over_for_is_let_go_of_by_itself()
    {
        var phone = await KnownAsync(Channel.WhatsApp);
        var person = Person;

        Time.Advance(TimeSpan.FromDays(31));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await KeysAsync()).Any(key => key.Contains(IdOf(phone).Text) || key.Contains(person.Hash)))
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        (await RecordedAsync("erasure retention")).ShouldHaveSingleItem();
        (await RewrittenLogAsync()).ShouldNotContain(person.Hash);
    }

    private async Task<IReadOnlyList<string>> KeysAsync() => (await Server.AskAsync("--scan")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task PostAsync(Phone phone, int update, string text)
    {
        using var http = new HttpClient();
        using var request = TelegramPost.Of(World, update, phone.Chat, text);
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>The log after a rewrite, as what is in it now would be loaded: plain commands.</summary>
    private async Task<string> RewrittenLogAsync()
    {
        await Server.AskAsync("CONFIG", "SET", "aof-use-rdb-preamble", "no");
        await Server.AskAsync("BGREWRITEAOF");
        await UntilAsync(async () => (await Server.AskAsync("INFO", "persistence")) is var info
            && info.Contains("aof_rewrite_in_progress:0") && info.Contains("aof_rewrite_scheduled:0") && info.Contains("aof_last_bgrewrite_status:ok"));
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Server.Folder, "*.aof", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
