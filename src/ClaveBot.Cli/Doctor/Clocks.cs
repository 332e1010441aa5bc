using System.Globalization;

namespace ClaveBot.Cli.Doctor;

/// <summary>Deadlines of links are this machine's time, and mail and messengers show it: it has to be right.</summary>
internal static class Clocks
{
    // A link lives ten minutes: half a minute more or less is noticed.
    private static readonly TimeSpan Wrong = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(3);

    /// <param name="whose">With whose clock this machine's is compared.</param>
    /// <param name="ahead">By how much that clock is ahead of this one.</param>
    /// <param name="precision">How exactly that is known.</param>
    public static Finding Compare(string whose, TimeSpan ahead, TimeSpan precision)
    {
        var off = ahead.Duration();
        var says = string.Create(CultureInfo.InvariantCulture,
            $"{whose}'s clock is {off.TotalSeconds:0.0} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} this machine's. Let both keep time by NTP (systemd-timesyncd or chrony).");
        return off > Wrong + precision ? Finding.Bad("clock", says)
            : off > Doubtful + precision ? Finding.Doubtful("clock", says)
            : Finding.Good("clock", $"this machine's agrees with {whose}'s.");
    }
}
