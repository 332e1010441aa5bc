using System.IO.MemoryMappedFiles;

namespace ClaveBot.Accounts.Breached;

/// <summary>
/// A list of claves as one file: 16 bytes that say what it is, then each clave's <see cref="PasswordHash"/> in eight bytes, little end
/// first, ascending. Mapped, never read as a whole: a look-up in a thousand million hashes touches some thirty places of it.
/// </summary>
internal sealed class HashFile : IDisposable
{
    /// <summary>How each file begins.</summary>
    public static ReadOnlySpan<byte> Magic => "ClaveBot-hashes1"u8;

    private const int Samples = 4096;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    private HashFile(MemoryMappedFile file, long bytes)
    {
        this.file = file;
        view = file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
        Count = (bytes - Magic.Length) / sizeof(ulong);
    }

    /// <summary>How many claves it holds.</summary>
    public long Count { get; }

    private ulong this[long index] => view.ReadUInt64(Magic.Length + (index * sizeof(ulong)));

    /// <exception cref="InvalidDataException">It is no such file, or was cut off or altered; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static HashFile Open(string path)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes < Magic.Length)
            throw new InvalidDataException("is too short to be a list of claves");
        return new HashFile(MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read), bytes).Checked(bytes);
    }

    /// <summary>The list that is part of the program.</summary>
    public static HashFile Embedded(string name)
    {
        using var resource = typeof(HashFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var memory = MemoryMappedFile.CreateNew(mapName: null, resource.Length);
        using (var target = memory.CreateViewStream())
            resource.CopyTo(target);
        return new HashFile(memory, resource.Length).Checked(resource.Length);
    }

    public bool Holds(ulong hash)
    {
        var (low, high) = (0L, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var found = this[middle];
            if (found == hash)
                return true;
            (low, high) = found < hash ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    /// <summary>Order is looked at in places all over the file: reading a big one as a whole would hold up the start.</summary>
    private HashFile Checked(long bytes)
    {
        try
        {
            var magic = new byte[Magic.Length];
            view.ReadArray(0, magic, 0, magic.Length);
            if (!magic.AsSpan().SequenceEqual(Magic))
                throw new InvalidDataException("is no list of claves as `breached build` makes them");
            if ((bytes - Magic.Length) % sizeof(ulong) != 0 || Count == 0)
                throw new InvalidDataException("is cut off or empty");
            for (long i = 1, step = Math.Max(1, Count / Samples); i < Count; i += step)
            {
                if (this[i - 1] >= this[i])
                    throw new InvalidDataException("is not in order");
            }

            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
