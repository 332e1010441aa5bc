using System.Globalization;
using ClaveBot.Accounts;
using ClaveBot.Benchmarks.Load;
using ClaveBot.IntegrationTests.Accounts;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Benchmarks.Gap;

/// <summary>
/// <c>gap [--samples N] [--recovery] [--ldap]</c> (S7): whether the time of the answer tells who is known, on the page of step 4 (a wrong clave each) or that
/// of recovery, over the embedded directory or a slapd. Unknown people against known, mail-less and frozen ones, in turns; prints |AUC - 0.5| and
/// exits with 1 when one is 0.05 or more. For a quiet machine.
/// </summary>
internal static class GapCommand
{
    private const double Bound = 0.05;
    private const int WarmUp = 40;

    private static readonly string[] Groups = ["unknown", "known", "mail-less", "frozen"];

    public static async Task<int> RunAsync(string[] args)
    {
        var samples = Array.IndexOf(args, "--samples") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 1000;
        var purpose = args.Contains("--recovery", StringComparer.Ordinal) ? LinkPurpose.Recover : LinkPurpose.Change;
        var folder = Directory.CreateTempSubdirectory("clavebot-gap-");
        await using var slapd = args.Contains("--ldap", StringComparer.Ordinal) ? await SlapdServer.StartAsync() : null;
        var times = await MeasureAsync(samples, purpose, folder.FullName, slapd);
        folder.Delete(recursive: true);
        return Judge(times);
    }

    private static async Task<Dictionary<string, List<double>>> MeasureAsync(int samples, LinkPurpose purpose, string folder, SlapdServer? slapd)
    {
        // A link takes ten wrong tries or gives three codes, and a chat has one link here.
        var triesOfALink = purpose == LinkPurpose.Change ? 8 : 1;
        var people = 3 * (samples + WarmUp);
        await using var redis = await RedisProcess.StartAsync();
        var settings = SettingsOf(redis.Port, folder, slapd);
        Console.WriteLine($"Filling a directory with {people} people, and publishing the host ...");
        if (slapd is null)
            MadeUpPeople.Write(settings.Directory.Sqlite.Seed, people);
        else
            await MadeUpPeople.WriteAsync(slapd, people);
        await using var host = await PublishedHost.StartAsync(await PublishedHost.PublishAsync(), settings);
        await FreezeAsync(settings, samples + WarmUp);

        await using var links = Links.Of(settings);
        using var page = new CedulaPage(host.Url, purpose);
        var times = Groups.ToDictionary(group => group, _ => new List<double>(samples), StringComparer.Ordinal);
        var (token, tries) = ("", triesOfALink);
        for (var round = 0; round < samples + WarmUp; round++)
        {
            // In another order each round, so that what comes before and after is the same for all.
            foreach (var group in Groups.OrderBy(_ => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue)))
            {
                (token, tries) = tries == triesOfALink ? (await links.NewAsync(purpose), 1) : (token, tries + 1);
                var took = await page.TryAsync(token, CedulaOf(group, round));
                if (round >= WarmUp)
                    times[group].Add(took);
            }
        }

        return times;
    }

    private static int Judge(Dictionary<string, List<double>> times)
    {
        var worst = 0.0;
        foreach (var group in Groups)
        {
            var gap = Math.Abs(Auc.Of(times[group], times["unknown"]) - 0.5);
            worst = Math.Max(worst, gap);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group,-10} {times[group].Count} samples, median {times[group].Order().ElementAt(times[group].Count / 2),7:0.00} ms{(group == "unknown" ? "" : $", against unknown |AUC - 0.5| = {gap:0.000}")}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(worst < Bound ? "kept" : "BROKEN")}: the largest is {worst:0.000}, the bound is {Bound}"));
        return worst < Bound ? 0 : 1;
    }

    // Of every three people of the seed the first is like anybody, the second has no mail, the third is frozen.
    private static Cedula CedulaOf(string group, int round) => group switch
    {
        "unknown" => MadeUpPeople.Stranger(round),
        "known" => MadeUpPeople.Known(3 * round),
        "mail-less" => MadeUpPeople.Known((3 * round) + 1),
        _ => MadeUpPeople.Known((3 * round) + 2),
    };

    private static async Task FreezeAsync(ClaveBotSettings settings, int rounds)
    {
        var withoutSeed = new ServiceCollection().AddSingleton(settings).AddSingleton(TimeProvider.System).AddLogging().AddAccounts(settings);
        await using var services = withoutSeed.BuildServiceProvider();
        var directory = services.GetRequiredService<IAccountDirectory>();
        for (var round = 0; round < rounds; round++)
            await directory.FreezeAsync(CedulaOf("frozen", round), CancellationToken.None);
    }

    private static ClaveBotSettings SettingsOf(int redis, string folder, SlapdServer? slapd)
    {
        var settings = MeasuredSettings.Of(redis);
        settings.Mode = BotMode.Operator;
        settings.Directory.Kind = DirectoryKind.Sqlite;
        settings.Directory.Sqlite.Path = Path.Combine(folder, "people.db");
        settings.Directory.Sqlite.Seed = Path.Combine(folder, "people.json");
        if (slapd is not null)
        {
            settings.Directory.Kind = DirectoryKind.Ldap;
            (settings.Directory.Ldap.Url, settings.Directory.Ldap.BaseDn) = (slapd.Url, SlapdServer.People);
            (settings.Directory.Ldap.BindDn, settings.Directory.Ldap.BindPassword) = (SlapdServer.Service, SlapdServer.ServicePassword);
        }

        settings.Mail.Folder = Path.Combine(folder, "mail");
        return settings;
    }
}
