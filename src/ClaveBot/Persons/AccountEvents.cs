using ClaveBot.Accounts;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Redis;
using ClaveBot.Texts;

namespace ClaveBot.Persons;

/// <summary>
/// Hands what happened to an account over to all whom it concerns. It is called again until it has succeeded once, so that whatever it
/// asks for knows the event's id or may be asked twice; one that is away holds up none of the others.
/// </summary>
public sealed class AccountEvents(PersonStore persons, AuditTrail audit, AuditKeys names, Lazy<TurnHandler> turns, TimeProvider time, IAccountDirectory? directory = null)
{
    /// <exception cref="StoreUnavailableException">Redis is away: some may not have heard.</exception>
    public async Task<SendResult> DeliverAsync(ConversationId from, AccountEvent said, CancellationToken cancellationToken)
    {
        switch (said)
        {
            case { Kind: AccountEventKind.Proven, Who: { } person }:
                await persons.BindAsync(person, from, said.At);
                break;
            case { Kind: AccountEventKind.Changed, Who: { } person }:
                // Whoever chose the new clave knows it, also where it was recovered.
                await persons.BindAsync(person, from, said.At);
                var alert = new IncomingContent.ChangedElsewhere(new(said.Id, said.Digits!, said.At));
                await AllAsync([Tell(from, person, said, alert, cancellationToken), RecordAsync(said, AuditAct.Change, "done")]);
                break;
            case { Kind: AccountEventKind.Freeze, Digits: { } digits }:
                return await FreezeAsync(from, said, digits, cancellationToken);
            case { Kind: AccountEventKind.Frozen, Who: { } person }:
                var notice = new IncomingContent.Told(DialogueText.FrozenElsewhere);
                await AllAsync([Tell(from, person, said, notice, cancellationToken), RecordAsync(said, AuditAct.Freeze, "done")]);
                break;
            case { Kind: AccountEventKind.Erased or AccountEventKind.Forgotten }:
                await RecordAsync(said, AuditAct.Erasure, said.Kind == AccountEventKind.Erased ? "asked" : "retention");
                if (said.Who is { } gone)
                    await persons.UnbindAsync(gone, from);
                break;
        }

        return new SendResult.Sent();
    }

    /// <summary>The chats that knew the clave a day before, and not the one that asked: it gets its answer and nothing more.</summary>
    private async Task Tell(ConversationId from, PersonKey person, AccountEvent said, IncomingContent content, CancellationToken cancellationToken)
    {
        var entry = await persons.ReadAsync(person);
        await AllAsync(entry.WhoHears(said.At, from).Select(chat => turns.Value.HandleAsync(chat, said.Id, content, cancellationToken)));
    }

    private async Task<SendResult> FreezeAsync(ConversationId from, AccountEvent said, string digits, CancellationToken cancellationToken)
    {
        if (directory is null || !Cedula.TryParse(digits, out var cedula))
            return new SendResult.Undeliverable("there is no directory to freeze an account in");
        Person? person = null;
        switch (await directory.FreezeAsync(cedula, cancellationToken))
        {
            case FreezeResult.Unavailable:
                return new SendResult.Retry(null, "the directory does not answer: an account is still to be frozen");
            case FreezeResult.Missing:
                await RecordAsync(said, AuditAct.Freeze, "no-account");
                break;
            case FreezeResult.Done when await directory.ReadAsync(cedula, cancellationToken) is ReadResult.Found found:
                person = found.Person;
                break;
            default:
                return new SendResult.Retry(null, "the directory does not answer: an account is frozen, and its notices are still to be sent");
        }

        await turns.Value.HandleAsync(from, "done:" + said.Id, new IncomingContent.AccountFrozen(person, time.GetUtcNow()), cancellationToken);
        return new SendResult.Sent();
    }

    private async Task RecordAsync(AccountEvent said, AuditAct act, string outcome)
    {
        string? name = null;
        if (said.Who is { } person)
        {
            // Of an erasure that is handed over again the salt may be gone already: it is not made anew.
            var salt = act == AuditAct.Erasure ? (await persons.ReadAsync(person)).Salt : await persons.SaltAsync(person);
            name = names.NameOf(person, salt);
        }

        await audit.AppendAsync(new(said.Id, said.At, act, outcome, said.Channel, name));
    }

    /// <summary>All of them, also when one fails; then its failure.</summary>
    private static Task AllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks);
}
