using System.Globalization;
using ClaveBot.Settings;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>One account as stored.</summary>
internal sealed record AccountRow(Person Person, string Password, long Version)
{
    private static readonly string Never = Text(DateTimeOffset.UnixEpoch);

    /// <summary>When the clave was set.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The clave is provisional.</summary>
    public required bool MustChange { get; init; }

    /// <summary>Until somebody lifts it.</summary>
    public required bool Frozen { get; init; }

    /// <summary>Wrong claves since the last right one that still count.</summary>
    public required int Failures { get; init; }

    /// <summary>What callers hold to notice that the clave was changed meanwhile.</summary>
    public string Marker => Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the clave is still the one that <paramref name="marker"/> was taken from.</summary>
    public bool HasMarker(string marker) => string.Equals(Marker, marker, StringComparison.Ordinal);

    /// <summary>Whether no clave is taken now, not even the right one.</summary>
    public bool IsLocked(SqlitePolicySettings policy) => Frozen || (policy.MaxFailures > 0 && Failures >= policy.MaxFailures);

    /// <summary>When the clave expires; null: never.</summary>
    public DateTimeOffset? Expires(SqlitePolicySettings policy) => policy.MaxAge > TimeSpan.Zero ? ChangedAt + policy.MaxAge : null;

    /// <summary>The account, or null. All queries always run: an unknown person costs the same.</summary>
    public static AccountRow? Find(SqliteConnection connection, Cedula cedula, SqlitePolicySettings policy, DateTimeOffset now)
    {
        var mails = FindMails(connection, cedula);
        var failures = CountFailures(connection, cedula, CountedSince(policy, now));
        using var command = connection.Prepare(
            "SELECT name, password, version, changed_at, must_change, frozen FROM person WHERE cedula = $cedula", ("$cedula", cedula.Digits));
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        return new AccountRow(new Person(cedula, reader.GetString(0), mails), reader.GetString(1), reader.GetInt64(2))
        {
            ChangedAt = DateTimeOffset.Parse(reader.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            MustChange = reader.GetBoolean(4),
            Frozen = reader.GetBoolean(5),
            Failures = failures,
        };
    }

    /// <summary>Failures before it do not count any more.</summary>
    public static string CountedSince(SqlitePolicySettings policy, DateTimeOffset now) =>
        policy.FailureWindow > TimeSpan.Zero ? Text(now - policy.FailureWindow) : Never;

    /// <summary>An instant as stored; texts of later ones come later.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O");

    /// <summary>The row holds a hash: not for logs.</summary>
    public override string ToString() => "(account)";

    private static List<string> FindMails(SqliteConnection connection, Cedula cedula)
    {
        using var command = connection.Prepare("SELECT mail FROM person_mail WHERE cedula = $cedula ORDER BY mail", ("$cedula", cedula.Digits));
        using var reader = command.ExecuteReader();
        var mails = new List<string>();
        while (reader.Read())
            mails.Add(reader.GetString(0));
        return mails;
    }

    private static int CountFailures(SqliteConnection connection, Cedula cedula, string since)
    {
        using var command = connection.Prepare(
            "SELECT count(*) FROM failure WHERE cedula = $cedula AND at >= $since", ("$cedula", cedula.Digits), ("$since", since));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
