using System.CommandLine;

namespace ClaveBot.Cli.Promises;

/// <summary><c>promises</c>: what of S1 to S14 shows from outside, asked of a running instance.</summary>
internal static class PromisesCommand
{
    public static Command Command()
    {
        var url = new Argument<string>("URL") { Description = "The instance, as people reach it: https://clave.example.org" };
        var file = new HostSettings().File;
        var command = new Command("promises", """
            Asks a running instance to keep what it promises, and says for each of S1 to S14: kept, BROKEN, or could not check and why.
            Standard input, a line each, all optional: link=<a fresh one-time link>, cedula=, clave= (of a test person),
            nueva= (their clave is changed to this), otro=<a fresh link of another chat, in which nobody proved that clave>.
            The channels' secrets come from the settings. It uses the links up, and with otro= a stranger's tries on that person for an hour.
            """) { url, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await TargetInput.ReadAsync(parsed, parsed.GetRequiredValue(url), parsed.GetValue(file)) is not { } target)
                return 1;
            var broken = false;
            await foreach (var finding in AskAsync(target).WithCancellation(cancellationToken))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(finding.ToString());
                broken |= finding.Verdict == Verdict.Broken;
            }

            return broken ? 1 : 0;
        });
        return command;
    }

    // In this order: what uses the link up comes last.
    private static async IAsyncEnumerable<Finding> AskAsync(Target target)
    {
        yield return await SafelyAsync("S1", () => WebhookPromise.LookAsync(target));
        yield return await SafelyAsync("S11", () => PagePromises.S11Async(target));
        yield return await SafelyAsync("S12", () => PagePromises.S12Async(target));
        yield return await SafelyAsync("S13", () => PagePromises.S13Async(target));
        yield return await SafelyAsync("S14", () => PagePromises.S14Async(target));
        yield return await SafelyAsync("S5", () => DeadlinePromise.S5Async(target));
        yield return await SafelyAsync("S2", () => LinkPromises.S2Async(target));
        yield return await SafelyAsync("S6", () => LinkPromises.S6Async(target));
        yield return await SafelyAsync("S7", () => LinkPromises.S7Async(target));
        var (claims, winner, stepFive) = await LinkPromises.S3Async(target);
        yield return claims;
        using (winner)
        {
            yield return winner is null || stepFive is null
                ? Finding.Unseen("S9", "nobody got to step 5")
                : await SafelyAsync("S9", () => LinkPromises.S9Async(target, winner, stepFive));
            if (winner is not null && stepFive is not null && target.NewClave is not null)
                yield return await SafelyAsync("S3", () => LinkPromises.ChangeAsync(target, winner, stepFive));
            yield return await SafelyAsync("S4", () => LinkPromises.S4Async(target));
            foreach (var finding in await SafelyAsync(["S8", "S10"], () => AfterwardsPromises.LookAsync(target, winner)))
                yield return finding;
        }
    }

    private static async Task<Finding> SafelyAsync(string promise, Func<Task<Finding>> look) => (await SafelyAsync([promise], async () => [await look()]))[0];

    private static async Task<IReadOnlyList<Finding>> SafelyAsync(string[] promises, Func<Task<IReadOnlyList<Finding>>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return [.. promises.Select(promise => Finding.Unseen(promise, "the instance does not answer: is the URL right?"))];
        }
    }
}
