using System.CommandLine;
using System.Security.Cryptography;
using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Keys;
using ClaveBot.Persons;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary><c>unfreeze</c>: lifts the lock of an account, once whoever came with the cédula is known to be that person.</summary>
internal static class Unfreeze
{
    public static Command Command()
    {
        var forget = new Option<bool>("--forget-chats")
        {
            Description = "One of the chats may be a thief's: none is told of changes, nor may freeze, until the clave was proven in it anew and a day has passed.",
        };
        return StoreCommand.Make("unfreeze", "Lifts the lock of the account whose cédula stands on standard input.", [forget], async (services, parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            if (services.GetService<IAccountDirectory>() is not { } directory)
            {
                await error.WriteLineAsync("There is no directory: this is for Mode Operator.");
                return 1;
            }

            if (await CedulaInput.ReadAsync(parsed) is not { } cedula)
                return 1;
            var record = await RecordOfAsync(services, cedula);
            // On record before it is done: whatever happens in between, no account is unfrozen without a line.
            await record("asked");
            if (parsed.GetValue(forget))
                await services.GetRequiredService<PersonStore>().ForgetChatsAsync(PersonKey.Of(cedula, services.GetRequiredService<KeyRing>()));
            var result = await directory.UnfreezeAsync(cedula, cancellationToken);
            await record(result switch { FreezeResult.Done => "done", FreezeResult.Missing => "no-account", _ => "failed" });
            if (result == FreezeResult.Done)
                return 0;
            await error.WriteLineAsync(result == FreezeResult.Missing
                ? "There is no such account."
                : "The directory does not answer, or takes no writes: nothing was changed. Try again.");
            return 1;
        });
    }

    private static async Task<Func<string, Task>> RecordOfAsync(ServiceProvider services, Cedula cedula)
    {
        var key = PersonKey.Of(cedula, services.GetRequiredService<KeyRing>());
        var name = services.GetRequiredService<AuditKeys>().NameOf(key, await services.GetRequiredService<PersonStore>().SaltAsync(key));
        var (audit, time) = (services.GetRequiredService<AuditTrail>(), services.GetRequiredService<TimeProvider>());
        var id = "unfreeze:" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        return outcome => audit.AppendAsync(new($"{id}:{outcome}", time.GetUtcNow(), AuditAct.Unfreeze, outcome, null, name));
    }
}
