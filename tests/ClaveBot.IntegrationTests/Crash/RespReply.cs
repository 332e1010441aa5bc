using System.Buffers.Text;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>How long one reply of Redis is (RESP 2 and 3).</summary>
internal static class RespReply
{
    /// <summary>Its bytes; 0: not all of it is here yet.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return Skip(bytes, ref at) ? at : 0;
    }

    /// <summary>Something that nobody asked for.</summary>
    public static bool IsPush(ReadOnlySpan<byte> reply) => reply[0] == (byte)'>';

    private static bool Skip(ReadOnlySpan<byte> bytes, ref int at)
    {
        var end = bytes[at..].IndexOf("\r\n"u8);
        if (end < 0)
            return false;
        var kind = bytes[at];
        _ = Utf8Parser.TryParse(bytes.Slice(at + 1, end - 1), out int number, out _);
        at += end + 2;
        return kind switch
        {
            (byte)'$' or (byte)'=' or (byte)'!' => number < 0 || (at += number + 2) <= bytes.Length,
            (byte)'*' or (byte)'~' or (byte)'>' => SkipMany(bytes, ref at, number),
            (byte)'%' or (byte)'|' => SkipMany(bytes, ref at, 2 * number),
            _ => true,
        };
    }

    private static bool SkipMany(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (at >= bytes.Length || !Skip(bytes, ref at))
                return false;
        }

        return true;
    }
}
