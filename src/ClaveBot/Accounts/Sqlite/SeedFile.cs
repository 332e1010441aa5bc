using System.Text.Json;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>Reads the file of made-up people that <c>Directory:Sqlite:Seed</c> names.</summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The people of the file.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; the message lists every fault with its cure, and no value.</exception>
    public static IReadOnlyList<SeedEntry> Read(string path)
    {
        var entries = Parse(path);
        var faults = entries.SelectMany((entry, i) => entry.Faults().Select(fault => $"entry {i + 1}: {fault}"))
            .Concat(Repeated(entries))
            .ToList();
        return faults.Count == 0
            ? entries
            : throw new InvalidDataException($"Directory:Sqlite:Seed, {path}: {string.Join(" ", faults)}");
    }

    private static List<SeedEntry> Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var entries = JsonSerializer.Deserialize<List<SeedEntry?>>(stream, Json) ?? [];
            return [.. entries.Select(entry => entry ?? new SeedEntry(null, null, null, null, null))];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"Directory:Sqlite:Seed, {path}: line {exception.LineNumber + 1} is not the JSON expected: write "
                + """[{"cedula":"…","name":"…","mail":"…","phone":"…","password":"…"}].""", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Directory:Sqlite:Seed, {path}: cannot be read: correct the path, or leave the setting empty.", exception);
        }
    }

    private static IEnumerable<string> Repeated(List<SeedEntry> entries)
    {
        var seen = new Dictionary<Cedula, int>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (Cedula.TryParse(entries[i].Cedula, out var cedula) && !seen.TryAdd(cedula, i))
                yield return $"entry {i + 1}: has the cédula of entry {seen[cedula] + 1}: remove one of them.";
        }
    }
}
