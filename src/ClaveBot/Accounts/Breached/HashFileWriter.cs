using System.Runtime.InteropServices;

namespace ClaveBot.Accounts.Breached;

/// <summary>
/// Makes a <see cref="HashFile"/> from hashes in any order, with repetitions, of any number: what does not fit into
/// <paramref name="room"/> hashes of memory is sorted in parts, kept in files beside the target and merged at the end.
/// </summary>
/// <param name="target">The file to make. It is put in place at once and whole, so that a host that has the old one open keeps it.</param>
/// <param name="room">How many hashes are held in memory: 16 million are 128 MB.</param>
internal sealed class HashFileWriter(string target, int room = 16 * 1024 * 1024) : IDisposable
{
    private readonly List<ulong> held = [];
    private readonly List<string> parts = [];

    public void Add(ulong hash)
    {
        held.Add(hash);
        if (held.Count >= room)
            Spill();
    }

    /// <summary>Writes the file. Returns how many different hashes it holds.</summary>
    public long Finish()
    {
        Spill();
        var whole = target + ".new";
        var count = 0L;
        using (var stream = new BufferedStream(File.Create(whole), 1 << 20))
        {
            stream.Write(HashFile.Magic);
            ulong? last = null;
            foreach (var hash in Merged())
            {
                if (hash == last)
                    continue;
                stream.Write(BitConverter.GetBytes(hash));
                last = hash;
                count++;
            }
        }

        File.Move(whole, target, overwrite: true);
        return count;
    }

    public void Dispose() => parts.ForEach(File.Delete);

    private void Spill()
    {
        held.Sort();
        var part = $"{target}.part{parts.Count}";
        parts.Add(part);
        using var stream = File.Create(part);
        stream.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(held)));
        held.Clear();
    }

    private IEnumerable<ulong> Merged()
    {
        var heads = new PriorityQueue<IEnumerator<ulong>, ulong>();
        foreach (var part in parts)
            Queue(Read(part).GetEnumerator(), heads);
        while (heads.TryDequeue(out var head, out var least))
        {
            yield return least;
            Queue(head, heads);
        }
    }

    private static void Queue(IEnumerator<ulong> head, PriorityQueue<IEnumerator<ulong>, ulong> heads)
    {
        if (head.MoveNext())
            heads.Enqueue(head, head.Current);
        else
            head.Dispose();
    }

    private static IEnumerable<ulong> Read(string part)
    {
        using var stream = new BufferedStream(File.OpenRead(part), 1 << 16);
        var buffer = new byte[sizeof(ulong)];
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length)
            yield return BitConverter.ToUInt64(buffer);
    }
}
