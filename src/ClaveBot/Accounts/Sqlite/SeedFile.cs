using System.Text.Json;
using ClaveBot.Settings;

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
    /// <exception cref="SettingsException">It cannot be used: every fault with its cure, and nothing of what was written there.</exception>
    public static IReadOnlyList<SeedEntry> Read(string path)
    {
        var entries = Parse(path);
        SettingError[] errors = [.. entries.SelectMany(static (entry, i) => entry.Faults(i + 1)), .. Repeated(entries)];
        return errors.Length == 0 ? entries : throw new SettingsException(errors);
    }

    /// <summary>One fault of the file.</summary>
    public static SettingError Error(string problem, string cure) => new("Directory:Sqlite:Seed", problem, cure);

    private static List<SeedEntry> Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var entries = JsonSerializer.Deserialize<List<SeedEntry?>>(stream, Json) ?? [];
            return [.. entries.Select(static entry => entry ?? new SeedEntry(null, null, null, null, null))];
        }
        catch (JsonException exception)
        {
            throw Unusable(
                $"line {exception.LineNumber + 1} of {path} is not the JSON expected",
                """Write [{"cedula":"…","name":"…","mail":"…","phone":"…","password":"…"}].""");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"{path} cannot be read ({exception.GetType().Name})", "Correct the path, or leave the setting empty.");
        }
    }

    private static SettingsException Unusable(string problem, string cure) => new([Error(problem, cure)]);

    private static IEnumerable<SettingError> Repeated(List<SeedEntry> entries)
    {
        var seen = new Dictionary<Cedula, int>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (Cedula.TryParse(entries[i].Cedula, out var cedula) && !seen.TryAdd(cedula, i))
                yield return Error($"entry {i + 1} has the cédula of entry {seen[cedula] + 1}", "Remove one of them.");
        }
    }
}
