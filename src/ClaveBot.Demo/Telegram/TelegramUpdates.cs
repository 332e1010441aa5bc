using System.Text.Json.Nodes;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>The updates that wait for the bot, kept as JSON lines, and the last ones that it took, to deliver them again.</summary>
internal sealed class TelegramUpdates
{
    private const int Remembered = 1000;
    private readonly Lock gate = new();
    private readonly JsonLines<UpdateLine> file;
    private readonly SortedDictionary<long, PendingUpdate> pending = [];
    private readonly Queue<PendingUpdate> taken = new();
    private long last = 700_000_000;

    public TelegramUpdates(string? path)
    {
        file = new JsonLines<UpdateLine>(path);
        foreach (var line in file.Read())
        {
            if (line.Came is { } update)
                pending[update.Id] = update;
            if (line.Done is { } done)
                pending.Remove(done);
            last = Math.Max(last, line.Came?.Id ?? 0);
        }
    }

    /// <summary>Rings when an update came or the set changed.</summary>
    public Bell Changed { get; } = new();

    public IReadOnlyList<PendingUpdate> Pending
    {
        get
        {
            lock (gate)
                return [.. pending.Values];
        }
    }

    public PendingUpdate Add(string queue, DateTimeOffset expiresAt, JsonObject body)
    {
        PendingUpdate update;
        lock (gate)
        {
            body.Insert(0, "update_id", ++last);
            update = new PendingUpdate(last, queue, expiresAt, body);
            pending[last] = update;
            file.Append(new UpdateLine(update, null));
        }

        Changed.Ring();
        return update;
    }

    public PendingUpdate? Head(string queue)
    {
        lock (gate)
            return pending.Values.FirstOrDefault(update => string.Equals(update.Queue, queue, StringComparison.Ordinal));
    }

    /// <summary>An update by its id, taken or not.</summary>
    public PendingUpdate? Find(long id)
    {
        lock (gate)
            return pending.GetValueOrDefault(id) ?? taken.FirstOrDefault(update => update.Id == id);
    }

    public void Done(long id)
    {
        lock (gate)
        {
            if (!pending.Remove(id, out var update))
                return;
            file.Append(new UpdateLine(null, id));
            taken.Enqueue(update);
            if (taken.Count > Remembered)
                taken.Dequeue();
        }

        Changed.Ring();
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
            taken.Clear();
            file.Clear();
        }

        Changed.Ring();
    }
}
