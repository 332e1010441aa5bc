namespace ClaveBot.Keys;

/// <summary>The keys of the settings, decoded. Index is never rotated; sealing keys are.</summary>
/// <param name="Index">32 bytes: ids and hashes of things that must be found again come from it.</param>
/// <param name="Current">32 bytes: seals.</param>
/// <param name="Previous">Keys that sealed before; they only open.</param>
public sealed record KeyRing(byte[] Index, byte[] Current, IReadOnlyList<byte[]> Previous)
{
    /// <summary>Keys are not for logs.</summary>
    public override string ToString() => "(keys)";
}
