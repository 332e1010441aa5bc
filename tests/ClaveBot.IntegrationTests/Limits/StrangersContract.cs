using System.Collections.Concurrent;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.IntegrationTests.Pressure;
using ClaveBot.Limits;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Limits;

/// <summary>S8 through the whole host: strangers at one person's cédula, from many chats and addresses.</summary>
public abstract class StrangersContract(BotWorld bot)
{
    private const int Chats = 100;
    private const int TriesOfEach = 10;

    [Fact]
    public async Task S8_after_a_thousand_tries_by_strangers_the_owner_still_changes_the_clave()
    {
        var ana = TestPeople.Ana;
        var phone = bot.NewPhone(Channel.Telegram);
        await ChangeAsync(phone, ana, ana.Password, "la primera clave de ana 2");

        var answers = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Chats, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            foreach (var answer in await TryAsync(number, ana.Cedula))
                answers.Add(answer);
        });

        answers.Count.ShouldBe(Chats * TriesOfEach);
        answers.ShouldAllBe(answer => answer == "refused");
        await StrangersAreFullAsync(ana);
        (await Scrape.ReadAsync(bot, "clavebot_limits_used_total{limit=\"proof-person\"}")).ShouldBe(1 + Door.Proof.Strangers[0].Max, "hers, and what strangers may");
        (await Scrape.ReadAsync(bot, "clavebot_limits_refused_total{limit=\"proof-person\"}")).ShouldBe((Chats * TriesOfEach) - Door.Proof.Strangers[0].Max);
        await IsNotLockedAsync(ana, "la primera clave de ana 2");
        await ChangeAsync(phone, ana, "la primera clave de ana 2", "la segunda clave de ana 3");
    }

    /// <summary>The directory has not locked the account: it takes the right clave.</summary>
    protected abstract Task IsNotLockedAsync(TestPerson person, string clave);

    /// <summary>The address of the owner is full of strangers too: the same village, the same carrier.</summary>
    private async Task ChangeAsync(Demo.Phones.Phone phone, TestPerson person, string current, string replacement)
    {
        var link = Journey.LinkOf(await ToLinkAsync(phone));
        using var browser = new PageClient(bot.Url) { Address = "198.51.100.1" };
        var page = await browser.GetAsync(link);
        page = await browser.SubmitAsync(page, ("cedula", person.Cedula), ("clave", current), ("acuerdo", "si"));
        page.Fields.ShouldContain("nueva");
        var said = phone.Replies.Count;
        (await browser.SubmitAsync(page, ("nueva", replacement), ("confirmacion", replacement))).Result.ShouldBe("changed");
        await phone.WaitForReplyAsync(said);
    }

    private async Task<IReadOnlyList<string>> TryAsync(int number, string cedula)
    {
        var phone = bot.NewPhone(number % 2 == 0 ? Channel.Telegram : Channel.WhatsApp);
        var link = Journey.LinkOf(await ToLinkAsync(phone));
        using var browser = new PageClient(bot.Url);
        var page = await browser.GetAsync(link);
        var answers = new List<string>();
        for (var i = 0; i < TriesOfEach; i++)
        {
            browser.Address = $"198.51.{100 + (i % 2)}.{number}";
            var answer = await browser.SubmitAsync(page, ("cedula", cedula), ("clave", $"adivinanza {number} {i}"), ("acuerdo", "si"));
            answers.Add(answer.Result);
        }

        return answers;
    }

    private static async Task<Demo.Phones.PhoneMessage> ToLinkAsync(Demo.Phones.Phone phone)
    {
        await phone.AskAsync("cambiar mi clave");
        await phone.AskAsync("sí");
        return await phone.AskAsync("sí");
    }

    private async Task StrangersAreFullAsync(TestPerson person)
    {
        var limiter = bot.Services.GetRequiredService<Limiter>();
        var subject = LimitSubject.Of(Of(person), bot.Services.GetRequiredService<Keys.KeyRing>());
        (await limiter.LookAsync(subject, Door.Proof.Strangers))[0].Used.ShouldBe(Door.Proof.Strangers[0].Max);
    }

    protected static Cedula Of(TestPerson person) => Cedula.TryParse(person.Cedula, out var cedula) ? cedula : throw new ArgumentException("Not a cédula.", nameof(person));
}
