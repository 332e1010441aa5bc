using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ClaveBot.Accounts;

/// <summary>
/// A clave on its way from a form to the directory. It cannot be formatted, logged or serialised by accident, the collector never copies
/// it about, and it is overwritten once its maker is done with it.
/// </summary>
/// <remarks>
/// The web server's own reading of the form, and what <see cref="Reveal"/> gives to rules that need a string, are ordinary strings; they live
/// until they are collected. So: no longer than one request, and never in anything that is kept.
/// </remarks>
[DebuggerDisplay("secret")]
[JsonConverter(typeof(RefusesJson))]
public sealed class Secret : IDisposable
{
    // Pinned: a compacting collection would leave a copy behind.
    private readonly char[] _typed;
    private bool _cleared;

    /// <param name="value">The clave exactly as typed; nothing is trimmed or rewritten.</param>
    public Secret(ReadOnlySpan<char> value)
    {
        _typed = GC.AllocateUninitializedArray<char>(value.Length, pinned: true);
        value.CopyTo(_typed);
    }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => _typed.Length == 0;

    /// <summary>The clave exactly as typed.</summary>
    /// <exception cref="ObjectDisposedException">It has been overwritten.</exception>
    public string Reveal() => new(Typed);

    /// <summary>What <paramref name="read"/> makes of the clave's UTF-8, which is overwritten afterwards.</summary>
    /// <exception cref="ObjectDisposedException">It has been overwritten.</exception>
    public T Use<T>(Func<ReadOnlySpan<byte>, T> read)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(Typed), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(Typed, bytes);
            return read(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Whether both are the same, character for character; how long that takes tells nothing but their lengths.</summary>
    /// <exception cref="ObjectDisposedException">One has been overwritten.</exception>
    public bool Is(Secret other) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(Typed), MemoryMarshal.AsBytes(other.Typed));

    /// <summary>Says that there is a secret, never which.</summary>
    public override string ToString() => "(secret)";

    /// <summary>Overwrites it.</summary>
    public void Dispose()
    {
        _cleared = true;
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_typed.AsSpan()));
    }

    private ReadOnlySpan<char> Typed
    {
        get
        {
            ObjectDisposedException.ThrowIf(_cleared, this);
            return _typed;
        }
    }

    private sealed class RefusesJson : JsonConverter<Secret>
    {
        public override Secret Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is never read from JSON.");

        public override void Write(System.Text.Json.Utf8JsonWriter writer, Secret value, System.Text.Json.JsonSerializerOptions options) =>
            throw new NotSupportedException("A secret is never written to JSON.");
    }
}
