using System.Security.Cryptography;
using ClaveBot.Accounts;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Persons;
using ClaveBot.Redis;

namespace ClaveBot.Audit;

/// <summary>
/// Puts refusals on record, before the browser is told. The work is the same whoever was named: somebody unknown has a salt too.
/// </summary>
public sealed class Refusals(AuditTrail audit, AuditKeys names, PersonStore persons, ConversationStore conversations, KeyRing keys, TimeProvider time)
{
    /// <summary>One refusal.</summary>
    /// <param name="chat">Whose link it was.</param>
    /// <param name="cedula">Whoever was named.</param>
    /// <param name="outcome">Why, as a word that is never anything typed.</param>
    /// <exception cref="StoreUnavailableException">Redis is away: nothing may be answered but that.</exception>
    public async Task NoteAsync(ConversationId chat, Cedula cedula, string outcome)
    {
        var person = PersonKey.Of(cedula, keys);
        var salt = await persons.SaltAsync(person);
        var record = await conversations.LoadAsync(chat);
        var id = "refusal:" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        await audit.AppendAsync(new(id, time.GetUtcNow(), AuditAct.Refusal, outcome, record?.Chat.Channel, names.NameOf(person, salt)));
    }
}
