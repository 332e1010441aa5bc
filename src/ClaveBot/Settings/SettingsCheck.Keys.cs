namespace ClaveBot.Settings;

public static partial class SettingsCheck
{
    private const string MakeKey = "Make one with: head -c 32 /dev/urandom | base64";

    private static IEnumerable<SettingError> Keys(KeySettings keys)
    {
        var named = new List<(string Key, string Value)> { ("Keys:Index", keys.Index), ("Keys:Current", keys.Current) };
        named.AddRange(keys.Previous.Select((value, i) => ($"Keys:Previous:{i}", value)));
        foreach (var (key, value) in named)
        {
            if (KeyProblem(value) is { } problem)
                yield return new(key, problem, MakeKey);
        }

        if (keys.Index.Length > 0 && string.Equals(keys.Index, keys.Current, StringComparison.Ordinal))
            yield return new("Keys:Current", "is the same as Keys:Index", "Each needs a key of its own. " + MakeKey);
    }

    private static string? KeyProblem(string value)
    {
        if (value.Length == 0)
            return "is missing";
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
            return "is not base64";
        if (length != 32)
            return $"is {length} bytes long instead of 32";
        return LooksMadeUp(bytes.AsSpan(0, length)) ? "is a sample, not random" : null;
    }

    // Of random keys, fewer than one in 10^13 looks like this.
    private static bool LooksMadeUp(ReadOnlySpan<byte> key)
    {
        var step = (byte)(key[1] - key[0]);
        var steady = true;
        for (var i = 2; i < key.Length; i++)
            steady &= (byte)(key[i] - key[i - 1]) == step;
        return steady || !key.ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }
}
