using System.CommandLine;
using System.Globalization;
using System.Net;
using ClaveBot.Accounts;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Limits;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary><c>limits show</c>, <c>limits reset</c>: how many tries are counted of a person, a chat or an address, and forgetting them.</summary>
internal static class LimitsCommand
{
    private static readonly string[] Kinds = ["person", "chat", "address"];

    public static IEnumerable<Command> Commands()
    {
        yield return Make("show", "Says which limits are used how far, and when they are free again.", static (_, _, _) => Task.CompletedTask);
        yield return Make("reset", "Forgets the tries that are counted, and says what is left.", static (limiter, subject, limits) => limiter.ResetAsync(subject, limits));
    }

    private static Command Make(string name, string description, Func<Limiter, LimitSubject, IReadOnlyList<Limit>, Task> act)
    {
        var kind = new Argument<string>("KIND") { Description = "person (a cédula), chat (its id as in the logs) or address; which one comes by standard input." };
        kind.AcceptOnlyFromAmong(Kinds);
        return StoreCommand.Make(name, description, [kind], async (services, parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration;
            var asked = parsed.GetRequiredValue(kind);
            if (!Console.IsInputRedirected)
                await output.Error.WriteLineAsync($"The {asked}, then Enter:");
            if (SubjectOf(asked, (await Console.In.ReadLineAsync(cancellationToken))?.Trim() ?? "", services.GetRequiredService<KeyRing>()) is not { } subject)
            {
                await output.Error.WriteLineAsync($"That is no {asked}. It is read from standard input.");
                return 1;
            }

            var limiter = new Limiter(services.GetRequiredService<RedisConnection>(), TimeProvider.System);
            var limits = LimitsOf(asked);
            await act(limiter, subject, limits);
            var counts = await limiter.LookAsync(subject, limits);
            await output.Output.WriteLineAsync(counts.Count == 0 ? "Nothing is counted." : string.Join(Environment.NewLine, counts.Select(Say)));
            return 0;
        });
    }

    private static string Say(LimitCount count) => string.Create(CultureInfo.InvariantCulture,
        $"{count.Limit.Name,-20} {count.Used,3} of {count.Limit.Max,-3} until {count.FreeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static LimitSubject? SubjectOf(string kind, string text, KeyRing keys) => kind switch
    {
        "person" => Cedula.TryParse(text, out var cedula) ? LimitSubject.Of(cedula, keys) : null,
        "address" => IPAddress.TryParse(text, out var address) ? LimitSubject.Of(address, keys) : null,
        _ => ConversationOf(text) is { } chat ? LimitSubject.Of(chat, keys) : null,
    };

    private static ConversationId? ConversationOf(string text)
    {
        try
        {
            return ConversationId.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IReadOnlyList<Limit> LimitsOf(string kind) => [.. Door.All.SelectMany(door => kind switch
    {
        "person" => [.. door.Strangers, .. door.Owner],
        "address" => door.Address,
        _ => door.Chat,
    })];
}
