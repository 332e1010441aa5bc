using System.Buffers.Text;
using System.Text;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>The start of one command as a Redis client sends it: an array of bulk strings (RESP 2 and 3).</summary>
/// <param name="Length">Its bytes on the wire.</param>
/// <param name="Arguments">The first four of its parts.</param>
internal readonly record struct RespCommand(int Length, IReadOnlyList<string> Arguments)
{
    private const int Kept = 4;

    /// <summary>Null: not all of it is here yet.</summary>
    public static RespCommand? Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (!Number(bytes, ref at, (byte)'*', out var count))
            return null;
        var arguments = new List<string>(Kept);
        for (var i = 0; i < count; i++)
        {
            if (!Number(bytes, ref at, (byte)'$', out var length) || at + length + 2 > bytes.Length)
                return null;
            if (i < Kept)
                arguments.Add(Encoding.UTF8.GetString(bytes.Slice(at, length)));
            at += length + 2;
        }

        return new(at, arguments);
    }

    private static bool Number(ReadOnlySpan<byte> bytes, ref int at, byte kind, out int number)
    {
        number = 0;
        var end = bytes[at..].IndexOf("\r\n"u8);
        if (end < 0)
            return false;
        if (bytes[at] != kind || !Utf8Parser.TryParse(bytes.Slice(at + 1, end - 1), out number, out _))
            throw new FormatException("Not a command of a Redis client.");
        at += end + 2;
        return true;
    }
}
