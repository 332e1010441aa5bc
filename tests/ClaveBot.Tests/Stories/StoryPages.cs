using System.Globalization;
using ClaveBot.Accounts;
using ClaveBot.Demo.Phones;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Stories;

/// <summary>What happens on the pages behind the links of a story, for one made-up person of its world at a time.</summary>
public sealed class StoryPages(BotWorld world)
{
    private readonly TestPerson[] _people = [TestPeople.Ana, TestPeople.Beto, TestPeople.Carla, TestPeople.Dora];

    // Whose tries are used up: nobody else's story may suffer for it, in whatever order they are told.
    private readonly string[] _strangers = [TestPeople.Elio.Cedula, "1759999996"];
    private readonly Dictionary<string, string> _claves = new(StringComparer.Ordinal);
    private int _turn;
    private int _claveNumber;
    private int _failures;
    private int _browsers;

    /// <summary>The person of the story that is told now.</summary>
    public TestPerson Person { get; private set; } = TestPeople.Ana;

    /// <summary>Another person, whose account is free again.</summary>
    public async Task NextAsync()
    {
        Person = _people[_turn++ % _people.Length];
        if (world.Services.GetService<IAccountDirectory>() is { } directory && Cedula.TryParse(Person.Cedula, out var cedula))
            await directory.UnfreezeAsync(cedula, TestContext.Current.CancellationToken);
    }

    /// <summary>Does what a line of a story says.</summary>
    public Task DoAsync(string what, Phone phone, Phone another) => what switch
    {
        "cambia la clave" => ChangeAsync(LastLink(phone)),
        "recupera la clave" => RecoverAsync(LastLink(phone)),
        "otro chat cambia la clave" => ChangeElsewhereAsync(another),
        "se equivoca hasta que el enlace se cierra" => FailAsync(LastLink(phone)),
        _ => throw new FormatException($"Nothing of the kind can happen on a page: {what}"),
    };

    public static Uri LastLink(Phone phone) => phone.Replies.SelectMany(reply => reply.Links).Last(link => link.AbsolutePath.StartsWith("/c/", StringComparison.Ordinal));

    private async Task ChangeElsewhereAsync(Phone another) => await ChangeAsync(await Journey.ToLinkAsync(another));

    private async Task ChangeAsync(Uri link)
    {
        using var browser = NewBrowser();
        var page = await Journey.ProveAsync(browser, await browser.GetAsync(link), Person, Clave);
        await EndAsync(await Journey.ChooseAsync(browser, page, NewClave()));
    }

    private async Task RecoverAsync(Uri link)
    {
        using var browser = NewBrowser();
        var before = Mails.To(world.MailFolder, Person.Mail);
        var page = await Journey.NameAsync(browser, link, Person.Cedula);
        var mails = await Mails.WaitForAsync(world.MailFolder, Person.Mail, before.Count + 1);
        var code = mails.Select(Journey.CodeIn).Except(before.Select(Journey.CodeIn)).Single();
        await EndAsync(await Journey.RecoverAsync(browser, page, code!, NewClave()));
    }

    private async Task FailAsync(Uri link)
    {
        using var browser = NewBrowser();
        var stranger = TestPeople.Elio with { Cedula = _strangers[_failures++ % _strangers.Length] };
        var page = await browser.GetAsync(link);
        while (page.Result != "gone")
            page = await Journey.ProveAsync(browser, page, stranger, "no es esta la clave");
    }

    // From an address of its own (RFC 5737): tries are counted by address too.
    private PageClient NewBrowser() => new(world.Url) { Address = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{++_browsers % 250}") };

    private static Task EndAsync(Page page)
    {
        page.Result.ShouldBe("changed");
        return Task.CompletedTask;
    }

    private string Clave => _claves.GetValueOrDefault(Person.Cedula, Person.Password);

    private string NewClave() => _claves[Person.Cedula] = string.Create(CultureInfo.InvariantCulture, $"tres mangos y {++_claveNumber} perros que ladran");
}
