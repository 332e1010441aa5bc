using System.Globalization;

namespace ClaveBot.Cli.Promises;

/// <summary>S5: the page of a fresh link says when it ends, and that end comes nearer as time goes by.</summary>
internal static class DeadlinePromise
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    // The network's time, twice.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static async Task<Finding> S5Async(Target target)
    {
        if (target.Link is not { } link)
            return Finding.Unseen("S5", "needs a fresh link: link=…");
        using var browser = target.NewBrowser();
        var began = TimeProvider.System.GetTimestamp();
        var first = await browser.GetAsync(link);
        if (!first.Fields.Contains("cedula"))
            return Finding.Unseen("S5", "the link does not lead to step 4");
        await Task.Delay(Wait, TimeProvider.System);
        var second = await browser.GetAsync(link);
        var passed = TimeProvider.System.GetElapsedTime(began);
        var against = new List<string>();
        if (first.Left is not { } before || second.Left is not { } after)
            against.Add("the page does not say when the link ends");
        else
        {
            // Counted from being sent, and until that is known one and a half times as much from the commit.
            if (before <= TimeSpan.Zero || before > target.LinkLife * 1.5)
                against.Add(string.Create(CultureInfo.InvariantCulture, $"the link says that it lives {before.TotalMinutes:0.0} minutes more, and Links:Life is {target.LinkLife.TotalMinutes:0.0}"));
            if (before - after < Wait - Tolerance || before - after > passed + Tolerance + (target.LinkLife / 2))
                against.Add("the end that the page says does not come nearer as time goes by");
        }

        return Finding.Of("S5", "the page says an end within Links:Life, and it comes nearer (that nothing works a second after it, only the project's own tests show: their clock can be moved)", against);
    }
}
