using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClaveBot.Audit;

/// <summary>
/// One line as it is kept and written out: a JSON object whose last member is the code of everything before it. The number comes first, so
/// that lines from several instances can be sorted; the code of the line before is in it, so that lines form a chain.
/// </summary>
public sealed record AuditLine
{
    private const string CodeMember = ",\"code\":\"";
    private const string Start = "{\"n\":";

    /// <summary>From 1 upwards, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>The code of the line before; empty for the first.</summary>
    public required string Before { get; init; }

    public required string Code { get; init; }

    public required string Act { get; init; }

    public string? Person { get; init; }

    /// <summary>Exactly what is kept.</summary>
    public required string Text { get; init; }

    /// <summary>A record prints its properties; this one must not.</summary>
    public override string ToString() => "(line of the audit)";

    /// <summary>Writes the line of an entry.</summary>
    internal static AuditLine Write(AuditEntry entry, long number, string before, AuditKeys keys)
    {
        var act = NameOf(entry.Act);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("n", number);
            json.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("act", act);
            json.WriteString("outcome", entry.Outcome);
            json.WriteString("channel", entry.Channel is { } channel && Enum.IsDefined(channel) ? channel.ToString().ToLowerInvariant() : "none");
            json.WriteString("person", entry.Person);
            json.WriteString("before", before);
            json.WriteEndObject();
        }

        var body = Encoding.UTF8.GetString(buffer.WrittenSpan)[..^1];
        var code = keys.CodeOf(body);
        return new() { Number = number, Before = before, Code = code, Act = act, Person = entry.Person, Text = $"{body}{CodeMember}{code}\"}}" };
    }

    /// <summary>Whether a line of a log is meant to be one of these; what else a host writes is not.</summary>
    internal static bool IsOne(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Reads a line; null when it is none, or not as it was written.</summary>
    internal static AuditLine? Read(string text, AuditKeys keys)
    {
        var at = text.LastIndexOf(CodeMember, StringComparison.Ordinal);
        if (at < 0 || !text.EndsWith("\"}", StringComparison.Ordinal) || keys.CodeOf(text[..at]) is var code && text[(at + CodeMember.Length)..^2] != code)
            return null;
        using var json = JsonDocument.Parse(text);
        var line = json.RootElement;
        return new()
        {
            Number = line.GetProperty("n").GetInt64(),
            Before = line.GetProperty("before").GetString() ?? "",
            Code = code,
            Act = line.GetProperty("act").GetString() ?? "",
            Person = line.GetProperty("person").GetString(),
            Text = text,
        };
    }

    /// <summary>The number that a line claims, whether or not it is as it was written; 0 when it claims none.</summary>
    internal static long NumberIn(string text)
    {
        var digits = text.Length > Start.Length ? text[Start.Length..].TakeWhile(char.IsAsciiDigit).Take(18).ToArray() : [];
        return digits.Length == 0 ? 0 : long.Parse(digits, CultureInfo.InvariantCulture);
    }

    internal static string NameOf(AuditAct act) => act.ToString().ToLowerInvariant();
}
