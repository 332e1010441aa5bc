using System.CommandLine;
using System.Globalization;
using ClaveBot.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary><c>audit verify</c>: is the chain in Redis whole, and a file of its lines too.</summary>
internal static class AuditVerify
{
    public static Command Command()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "What hosts wrote to standard output, of all instances, sorted by number; other lines in it are passed over.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var part = new Option<bool>("--part") { Description = "The file is one of several: it may begin and end anywhere." };
        return StoreCommand.Make(
            "verify",
            "Finds lines that were edited, deleted, put elsewhere or cut off. Ends with 0 only when there are none.",
            [file, part],
            async (services, parsed, _) =>
            {
                var given = parsed.GetValue(file);
                if (given is { Exists: false })
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file {given.FullName}.");
                    return 1;
                }

                var verdict = await services.GetRequiredService<AuditReport>().VerifyAsync(given is null ? null : File.ReadLines(given.FullName), parsed.GetValue(part));
                var output = parsed.InvocationConfiguration.Output;
                await SayAsync(output, "Redis", verdict.Lines, verdict.Findings);
                if (given is not null)
                    await SayAsync(output, given.Name, verdict.CopyLines, verdict.CopyFindings);
                return verdict.IsWhole ? 0 : 1;
            });
    }

    private static async Task SayAsync(TextWriter output, string place, long lines, IReadOnlyList<string> findings)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{place}: {lines} lines, {(findings.Count == 0 ? "whole" : "NOT whole")}"));
        foreach (var finding in findings)
            await output.WriteLineAsync("  " + finding);
    }
}
