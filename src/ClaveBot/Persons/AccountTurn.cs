using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Keys;

namespace ClaveBot.Persons;

/// <summary>What a turn means for the accounts that its chat has to do with; pure.</summary>
/// <param name="Persons">Who proved a clave in this chat.</param>
/// <param name="Alerts">What this chat can still have frozen.</param>
/// <param name="Events">What others must hear; committed with the turn.</param>
internal sealed record AccountTurn(IReadOnlyList<string> Persons, IReadOnlyList<Alert> Alerts, IReadOnlyList<AccountEvent> Events)
{
    public static AccountTurn Of(
        ConversationId id, ConversationRecord record, MessageId message, IncomingContent content, AccountEffect effect, KeyRing keys, DateTimeOffset now)
    {
        var channel = record.Chat.Channel;
        return (content, effect) switch
        {
            (IncomingContent.ClaveProven proven, _) => Knows(proven.Cedula, AccountEventKind.Proven, now),
            (IncomingContent.ClaveChanged { Settlement: var settled }, _) => Knows(settled.Person.Cedula, AccountEventKind.Changed, settled.ChangedAt),
            (IncomingContent.ChangedElsewhere told, _) => new(record.Persons, record.Alerts.With(told.Alert), []),
            (IncomingContent.AccountFrozen { Person: { } person, At: var at }, _) =>
                new(record.Persons, record.Alerts, [AccountEvent.Of(AccountEventKind.Frozen, message.Value, person.Cedula, keys, channel, at) with { Digits = null }]),
            (_, AccountEffect.Freeze) when record.Alerts.Count > 0 => new(record.Persons, [.. record.Alerts.SkipLast(1)], [Freeze(record.Alerts[^1])]),
            (_, AccountEffect.Erase) => new([], [], [.. Gone(AccountEventKind.Erased, id, record, now)]),
            _ => new(record.Persons, record.Alerts, []),
        };

        AccountTurn Knows(Cedula cedula, AccountEventKind kind, DateTimeOffset at)
        {
            var said = AccountEvent.Of(kind, message.Value, cedula, keys, channel, at);
            return new(
                record.IsErased || record.Persons.Contains(said.Person, StringComparer.Ordinal) ? record.Persons : [.. record.Persons, said.Person],
                record.Alerts.Without(cedula),
                [kind == AccountEventKind.Changed ? said : said with { Digits = null }]);
        }

        AccountEvent Freeze(Alert accused) => Cedula.TryParse(accused.Digits, out var cedula)
            ? AccountEvent.Of(AccountEventKind.Freeze, "freeze:" + accused.Id, cedula, keys, channel, now)
            : throw new InvalidOperationException("An alert about nobody.");
    }

    /// <summary>The chat is no more: each person's entry lets go of it, and it is on record.</summary>
    public static IEnumerable<AccountEvent> Gone(AccountEventKind kind, ConversationId id, ConversationRecord record, DateTimeOffset now)
    {
        IReadOnlyList<string> persons = record.Persons.Count > 0 ? record.Persons : [""];
        return persons.Select(person => new AccountEvent
        {
            Id = $"gone:{id.Text}:{record.Revision}:{person}",
            Kind = kind,
            Person = person,
            Channel = record.Chat.Channel,
            At = now,
        });
    }
}
