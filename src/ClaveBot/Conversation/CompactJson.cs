using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaveBot.Conversation;

/// <summary>Ids as what each adds to the one before, in as few bytes as that takes (zigzag, then LEB128), as base64: messengers count upwards.</summary>
internal sealed class PackedIds : JsonConverter<IReadOnlyList<long>>
{
    private const int LongestId = 10;

    public override IReadOnlyList<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ids = new List<long>(SeenIds.Kept);
        long id = 0;
        ulong difference = 0;
        var shift = 0;
        foreach (var part in reader.GetBytesFromBase64())
        {
            difference |= (ulong)(part & 0x7F) << shift;
            shift += 7;
            if (part >= 0x80)
                continue;
            id = unchecked(id + ((long)(difference >> 1) ^ -(long)(difference & 1)));
            ids.Add(id);
            (difference, shift) = (0, 0);
        }

        return ids;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<long> value, JsonSerializerOptions options)
    {
        var packed = new ArrayBufferWriter<byte>(LongestId * SeenIds.Kept);
        long before = 0;
        foreach (var id in value)
        {
            var difference = unchecked(id - before);
            before = id;
            var rest = unchecked((ulong)((difference << 1) ^ (difference >> 63)));
            var bytes = packed.GetSpan(LongestId);
            var length = 0;
            for (; rest >= 0x80; rest >>= 7)
                bytes[length++] = (byte)(rest | 0x80);
            bytes[length++] = (byte)rest;
            packed.Advance(length);
        }

        writer.WriteBase64StringValue(packed.WrittenSpan);
    }
}

/// <summary>A moment as milliseconds since 1970: a third of the bytes of its text.</summary>
internal sealed class UnixMilliseconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
