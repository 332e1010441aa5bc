using System.Globalization;
using ClaveBot.Accounts;
using ClaveBot.Benchmarks.Load;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Benchmarks.Gap;

/// <summary>
/// <c>gap [--samples N]</c> (S7): whether the time of the answer on the page of step 4 tells who is known. Unknown people against known,
/// mail-less and frozen ones, in turns, a wrong clave each; prints |AUC - 0.5| and exits with 1 when one is 0.05 or more. For a quiet machine.
/// </summary>
internal static class GapCommand
{
    private const double Bound = 0.05;
    private const int WarmUp = 40;

    // A link takes ten wrong tries, and a chat has one link here.
    private const int TriesOfALink = 8;

    private static readonly string[] Groups = ["unknown", "known", "mail-less", "frozen"];

    public static async Task<int> RunAsync(string[] args)
    {
        var samples = args is ["--samples", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1000;
        var folder = Directory.CreateTempSubdirectory("clavebot-gap-");
        await using var redis = await RedisProcess.StartAsync();
        var settings = SettingsOf(redis.Port, folder.FullName);
        MadeUpPeople.Write(settings.Directory.Sqlite.Seed, 3 * (samples + WarmUp));
        Console.WriteLine($"Publishing the host, and filling a directory with {3 * (samples + WarmUp)} people ...");
        await using var host = await PublishedHost.StartAsync(await PublishedHost.PublishAsync(), settings);
        await FreezeAsync(settings, samples + WarmUp);

        await using var links = Links.Of(settings);
        using var page = new ProofPage(host.Url);
        var times = Groups.ToDictionary(group => group, _ => new List<double>(samples), StringComparer.Ordinal);
        var (token, tries) = ("", TriesOfALink);
        for (var round = 0; round < samples + WarmUp; round++)
        {
            // In another order each round, so that what comes before and after is the same for all.
            foreach (var group in Groups.OrderBy(_ => System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue)))
            {
                (token, tries) = tries == TriesOfALink ? (await links.NewAsync(), 1) : (token, tries + 1);
                var took = await page.TryAsync(token, CedulaOf(group, round));
                if (round >= WarmUp)
                    times[group].Add(took);
            }
        }

        folder.Delete(recursive: true);
        return Judge(times);
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

    private static ClaveBotSettings SettingsOf(int redis, string folder)
    {
        var settings = MeasuredSettings.Of(redis);
        settings.Mode = BotMode.Operator;
        settings.Directory.Kind = DirectoryKind.Sqlite;
        settings.Directory.Sqlite.Path = Path.Combine(folder, "people.db");
        settings.Directory.Sqlite.Seed = Path.Combine(folder, "people.json");
        settings.Mail.Folder = Path.Combine(folder, "mail");
        return settings;
    }
}
