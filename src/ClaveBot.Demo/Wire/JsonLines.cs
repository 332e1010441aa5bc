using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaveBot.Demo.Wire;

/// <summary>An append-only file of JSON lines. Without a path it keeps nothing.</summary>
internal sealed class JsonLines<T>(string? path)
    where T : class
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock gate = new();

    /// <summary>Every line, oldest first. A last line cut off by a kill is skipped.</summary>
    public IEnumerable<T> Read()
    {
        if (path is null || !File.Exists(path))
            yield break;
        foreach (var line in File.ReadLines(path))
        {
            if (Parse(line) is { } value)
                yield return value;
        }
    }

    public void Append(T value)
    {
        if (path is null)
            return;
        lock (gate)
            File.AppendAllText(path, JsonSerializer.Serialize(value, Readable) + "\n");
    }

    public void Clear()
    {
        if (path is null)
            return;
        lock (gate)
            File.Delete(path);
    }

    private static T? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Readable);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
