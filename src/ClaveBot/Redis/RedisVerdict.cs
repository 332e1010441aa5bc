using ClaveBot.Settings;

namespace ClaveBot.Redis;

/// <summary>What is wrong with a Redis that answers: errors lose conversations sooner or later, warnings only when something breaks.</summary>
internal sealed record RedisVerdict(IReadOnlyList<SettingError> Errors, IReadOnlyList<string> Warnings)
{
    private const string Setting = "Redis:Configuration";

    private static readonly Version Oldest = new(6, 2);

    /// <summary>Every parameter that is judged.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["maxmemory-policy", "appendonly", "appendfsync", "save"];

    /// <param name="version">The server's.</param>
    /// <param name="config">Of <see cref="Parameters"/>, those that the server tells; empty where CONFIG is forbidden.</param>
    public static RedisVerdict Of(Version version, IReadOnlyDictionary<string, string> config)
    {
        var errors = new List<SettingError>();
        if (version < Oldest)
            errors.Add(new(Setting, $"names a Redis of version {version}", $"ClaveBot needs {Oldest} or later."));
        if (config.TryGetValue("maxmemory-policy", out var policy) && policy != "noeviction")
            errors.Add(new(Setting, $"names a Redis that throws conversations away when its memory is full: maxmemory-policy is {policy}", "Write 'maxmemory-policy noeviction' into redis.conf, or: redis-cli CONFIG SET maxmemory-policy noeviction"));
        return new(errors, Persistence(config) is { } warning ? [warning] : []);
    }

    private static string? Persistence(IReadOnlyDictionary<string, string> config)
    {
        if (!config.TryGetValue("appendonly", out var log))
            return "Redis does not tell its configuration. See for yourself that it has maxmemory-policy noeviction, appendonly yes and appendfsync always.";
        if (log == "no")
        {
            return config.GetValueOrDefault("save", "").Length == 0
                ? "Redis keeps nothing on disk: its restart forgets every conversation. Set appendonly yes and appendfsync always."
                : "Redis keeps snapshots only: its restart forgets what was acknowledged since the last one. Set appendonly yes and appendfsync always.";
        }

        return config.TryGetValue("appendfsync", out var sync) && sync != "always"
            ? $"Redis has appendfsync {sync}: a power cut may forget what was acknowledged just before. Set appendfsync always."
            : null;
    }
}
