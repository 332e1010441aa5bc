using System.CommandLine;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary><c>doctor</c>: looks at everything that the host needs, changes nothing, and names the cure of what is wrong.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Command()
    {
        var source = new HostSettings();
        var command = new Command("doctor", "Looks at settings, Redis, directory, mail, webhooks and clocks. Exit status 1 when something is bad.") { source.File };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // What is wrong with the settings was said by then, all of it at once.
            if (source.Read(parsed) is not { } settings)
                return 1;
            var worst = Grade.Good;
            foreach (var exam in Exams(settings))
            {
                foreach (var finding in await FindAsync(exam, cancellationToken))
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(finding.ToString());
                    worst = finding.Grade > worst ? finding.Grade : worst;
                }
            }

            return worst == Grade.Bad ? 1 : 0;
        });
        return command;
    }

    private static IEnumerable<(string Area, Func<CancellationToken, Task<IReadOnlyList<Finding>>> LookAsync)> Exams(ClaveBotSettings settings)
    {
        yield return ("settings", _ => Task.FromResult(SettingsExam.Look(settings)));
        yield return ("redis", _ => RedisExam.LookAsync(settings));
        yield return ("directory", stop => DirectoryExam.LookAsync(settings, stop));
        yield return ("mail", stop => MailExam.LookAsync(settings, stop));
        yield return ("host", stop => HostExam.LookAsync(settings, stop));
        yield return ("telegram", stop => TelegramExam.LookAsync(settings, stop));
        yield return ("whatsapp", stop => WhatsAppExam.LookAsync(settings, stop));
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(
        (string Area, Func<CancellationToken, Task<IReadOnlyList<Finding>>> LookAsync) exam, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await exam.LookAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Finding.Bad(exam.Area, $"did not answer within {Patience.TotalSeconds:0} seconds.")];
        }
    }
}
