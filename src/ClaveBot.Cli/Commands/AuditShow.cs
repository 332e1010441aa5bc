using System.CommandLine;
using ClaveBot.Audit;
using ClaveBot.Keys;
using ClaveBot.Persons;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary><c>audit show</c>: the lines in Redis, of everybody or of one person.</summary>
internal static class AuditShow
{
    public static Command Command()
    {
        var person = new Option<bool>("--person") { Description = "Only those about the person whose cédula stands on standard input." };
        return StoreCommand.Make("show", "Prints the lines that are kept in Redis, the oldest first.", [person], async (services, parsed, _) =>
        {
            string? name = null;
            if (parsed.GetValue(person))
            {
                if (await CedulaInput.ReadAsync(parsed) is not { } cedula)
                    return 1;
                var key = PersonKey.Of(cedula, services.GetRequiredService<KeyRing>());
                var entry = await services.GetRequiredService<PersonStore>().ReadAsync(key);
                name = services.GetRequiredService<AuditKeys>().NameOf(key, entry.Salt);
                if (name is null)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync("Nothing is kept of that person: no line leads to anybody without the salt that was kept with it.");
                    return 1;
                }
            }

            await foreach (var line in services.GetRequiredService<AuditReport>().LinesAsync(name))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return 0;
        });
    }
}
