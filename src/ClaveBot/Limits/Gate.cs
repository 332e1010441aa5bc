using ClaveBot.Accounts;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Persons;

namespace ClaveBot.Limits;

/// <summary>
/// Who may try now. The same commands run for a cédula that is somebody's and for one that is nobody's, and both fill up alike, so that
/// neither the answer nor its time tells them apart.
/// </summary>
public sealed class Gate(Limiter limiter, BrowserMemory browsers, PersonStore persons, KeyRing keys, TimeProvider time)
{
    /// <summary>Counts one try; null when there have been too many.</summary>
    /// <param name="door">What is tried.</param>
    /// <param name="cedula">On whom.</param>
    /// <param name="chat">Whose link it is.</param>
    /// <param name="visitor">Who tries.</param>
    /// <exception cref="Redis.StoreUnavailableException">Redis is away.</exception>
    public async Task<Pass?> EnterAsync(Door door, Cedula cedula, ConversationId chat, Visitor visitor)
    {
        var person = LimitSubject.Of(cedula, keys);
        if (await OwnersNameAsync(cedula, chat, visitor) is { } owner)
            return await limiter.TryUseAsync(person with { Holder = owner }, door.Owner) is { } own ? new Pass(Asker.Owner, [own]) : null;

        // The person's last: whoever is refused at an address or in a chat takes nothing from the budget that all strangers share.
        var uses = new List<LimitUse>();
        foreach (var (subject, limits) in Strangers(door, person, chat, visitor))
        {
            if (await limiter.TryUseAsync(subject, limits) is not { } use)
                return null;
            uses.Add(use);
        }

        return new(Asker.Stranger, uses);
    }

    /// <summary>The clave was right, or nobody could tell: the try was none.</summary>
    /// <exception cref="Redis.StoreUnavailableException">Redis is away.</exception>
    public Task LeaveAsync(Pass pass) => Task.WhenAll(pass.Uses.Select(limiter.GiveBackAsync));

    /// <summary>From now on this chat is one that proved the cédula, and so is the browser that gets the returned cookie.</summary>
    /// <exception cref="Redis.StoreUnavailableException">Redis is away.</exception>
    public async Task<string> RememberAsync(Cedula cedula, ConversationId chat, Visitor visitor)
    {
        await persons.BindAsync(PersonKey.Of(cedula, keys), chat, time.GetUtcNow());
        return browsers.Remember(cedula, visitor.Memory);
    }

    private IEnumerable<(LimitSubject Subject, IReadOnlyList<Limit> Limits)> Strangers(Door door, LimitSubject person, ConversationId chat, Visitor visitor)
    {
        if (visitor.Address is { } address)
            yield return (LimitSubject.Of(address, keys), door.Address);
        yield return (LimitSubject.Of(chat, keys), door.Chat);
        yield return (person, door.Strangers);
    }

    private async Task<string?> OwnersNameAsync(Cedula cedula, ConversationId chat, Visitor visitor)
    {
        var known = await persons.ReadAsync(PersonKey.Of(cedula, keys));
        return known.Knows(chat) ? $"c{LimitSubject.Of(chat, keys).Hash}:" : browsers.Knows(cedula, visitor.Memory) is { } browser ? $"b{browser}:" : null;
    }
}

/// <summary>A try that was let through.</summary>
/// <param name="Asker">As whom.</param>
/// <param name="Uses">What it was counted in.</param>
public sealed record Pass(Asker Asker, IReadOnlyList<LimitUse> Uses);
