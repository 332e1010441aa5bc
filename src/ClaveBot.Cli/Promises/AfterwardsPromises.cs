using System.Globalization;
using ClaveBot.Limits;

namespace ClaveBot.Cli.Promises;

/// <summary>
/// S8 and S10, by a second link from a chat in which nobody proved this person's clave: what strangers use up, what is left to the browser that
/// proved it, and whether what the page said of the change is so. It uses up the strangers' tries on the test person for an hour.
/// </summary>
internal static class AfterwardsPromises
{
    private const string Needed = "needs all that S3 needs, nueva=… and a second link of another chat: otro=…";

    // By S6 and S7, before the clave was proven.
    private const int TriedBefore = 3;

    public static async Task<IReadOnlyList<Finding>> LookAsync(Target target, Browser? winner)
    {
        if (target is not { OtherLink: { } link, Cedula: { } cedula, Clave: { } old, NewClave: { } current } || winner is null)
            return [Finding.Unseen("S8", Needed), Finding.Unseen("S10", Needed)];
        var (limits, results) = (new List<string>(), new List<string>());
        if ((await LinkPromises.ProveAsync(winner, link, cedula.Digits, old)) is { Result: not "refused" } taken)
            results.Add($"the old clave is answered '{taken.Result}', status {taken.Status}");

        var tries = Door.Proof.Strangers[0].Max - TriedBefore;
        using var stranger = target.NewBrowser();
        for (var i = 0; i < tries && limits.Count == 0; i++)
        {
            if ((await LinkPromises.ProveAsync(stranger, link, cedula.Digits, "no es la clave 4711")).Result is not "refused" and var other)
                limits.Add($"a stranger's wrong clave is answered '{other}'");
        }

        if ((await LinkPromises.ProveAsync(stranger, link, cedula.Digits, current)).Fields.Contains("nueva"))
            limits.Add("strangers may try more often than they have tries");
        else if (!(await LinkPromises.ProveAsync(winner, link, cedula.Digits, current)).Fields.Contains("nueva"))
        {
            limits.Add("strangers used up the tries of a browser that had proven the clave");
            results.Add("the new clave is not taken");
        }

        return
        [
            Finding.Of("S8", string.Create(CultureInfo.InvariantCulture, $"after {TriedBefore + tries} wrong tries a stranger is refused even with the right clave, and the browser that proved it before is not (addresses, chats and restarts: the project's own tests)"), limits),
            Finding.Of("S10", "after 'changed' step 4 refuses the old clave and takes the new one (the directory's other outcomes need accounts in every state: the project's own tests)", results),
        ];
    }
}
