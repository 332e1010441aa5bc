using System.Security.Cryptography;
using System.Text.Json;

namespace ClaveBot.Demo;

/// <summary>The demo's keys and tokens: made at the first start, kept for the next ones, good for nothing else.</summary>
public sealed record DemoKeys(
    string Index, string Current, string TelegramToken, string TelegramSecret, string TwilioAccount, string TwilioToken)
{
    /// <summary>Reads <paramref name="path"/>, or makes it, readable by its owner alone.</summary>
    public static DemoKeys ReadOrMake(string path)
    {
        if (File.Exists(path) && JsonSerializer.Deserialize<DemoKeys>(File.ReadAllText(path)) is { } kept)
            return kept;
        var keys = Make();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, keys);
        return keys;
    }

    /// <summary>Keys are not for logs.</summary>
    public override string ToString() => "(keys)";

    private static DemoKeys Make() => new(
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        "1000001:" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 35),
        RandomNumberGenerator.GetHexString(48, lowercase: true),
        "AC" + RandomNumberGenerator.GetHexString(32, lowercase: true),
        RandomNumberGenerator.GetHexString(32, lowercase: true));
}
