using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Phones;

/// <summary>Every message of every chat of one emulator, kept as JSON lines: a changed message is written again.</summary>
internal sealed class Transcript
{
    private readonly Lock gate = new();
    private readonly JsonLines<PhoneMessage> file;
    private readonly Bell bell;
    private readonly Dictionary<string, List<PhoneMessage>> chats = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, PhoneMessage> all = [];
    private long last;

    public Transcript(string? path, Bell bell)
    {
        file = new JsonLines<PhoneMessage>(path);
        this.bell = bell;
        foreach (var message in file.Read())
            Put(message);
    }

    /// <summary>The messages of <paramref name="chat"/>, oldest first.</summary>
    public IReadOnlyList<PhoneMessage> Of(string chat)
    {
        lock (gate)
            return chats.TryGetValue(chat, out var messages) ? [.. messages] : [];
    }

    /// <summary>Every message, oldest first.</summary>
    public IReadOnlyList<PhoneMessage> All()
    {
        lock (gate)
            return [.. all.Values];
    }

    /// <summary>Whether the person of <paramref name="chat"/> ever wrote: before that a bot cannot.</summary>
    public bool Knows(string chat)
    {
        lock (gate)
            return chats.ContainsKey(chat);
    }

    public PhoneMessage? Find(string chat, string id) => Of(chat).LastOrDefault(message => !message.Deleted && string.Equals(message.Id, id, StringComparison.Ordinal));

    public PhoneMessage Add(Func<long, PhoneMessage> make)
    {
        PhoneMessage message;
        lock (gate)
        {
            message = make(last + 1);
            Put(message);
            file.Append(message);
        }

        bell.Ring();
        return message;
    }

    /// <summary>Changes a message by its number; the change sees the newest form of it.</summary>
    public PhoneMessage Change(PhoneMessage message, Func<PhoneMessage, PhoneMessage> change)
    {
        PhoneMessage changed;
        lock (gate)
        {
            var chat = chats[message.Chat];
            changed = change(chat.Find(other => other.Number == message.Number) ?? message);
            Put(changed);
            file.Append(changed);
        }

        bell.Ring();
        return changed;
    }

    public void Clear()
    {
        lock (gate)
        {
            chats.Clear();
            all.Clear();
            last = 0;
            file.Clear();
        }

        bell.Ring();
    }

    private void Put(PhoneMessage message)
    {
        last = Math.Max(last, message.Number);
        all[message.Number] = message;
        if (!chats.TryGetValue(message.Chat, out var chat))
            chats[message.Chat] = chat = [];
        var index = chat.FindLastIndex(other => other.Number == message.Number);
        if (index < 0)
            chat.Add(message);
        else
            chat[index] = message;
    }
}
