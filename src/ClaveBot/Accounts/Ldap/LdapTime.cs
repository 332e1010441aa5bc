using System.Globalization;

namespace ClaveBot.Accounts.Ldap;

/// <summary>Generalized Time as directories write it (RFC 4517, 3.3.13): UTC, to the second or finer.</summary>
internal static class LdapTime
{
    /// <summary>The lock that only an administrator ends (draft-behera-ldap-password-policy-11, 5.3.3).</summary>
    public const string Forever = "000001010000Z";

    private static readonly string[] Formats = ["yyyyMMddHHmmss'Z'", "yyyyMMddHHmmss.FFFFFFF'Z'", "yyyyMMddHHmm'Z'"];

    /// <summary>Null when the text is no such time.</summary>
    public static DateTimeOffset? Parse(string? text) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;
}
