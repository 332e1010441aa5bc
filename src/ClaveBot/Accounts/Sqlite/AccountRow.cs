using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>One account as stored.</summary>
internal sealed record AccountRow(Person Person, string Password, long Version)
{
    /// <summary>What callers hold to notice that the clave was changed meanwhile.</summary>
    public string Marker => Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the clave is still the one that <paramref name="marker"/> was taken from.</summary>
    public bool HasMarker(string marker) => string.Equals(Marker, marker, StringComparison.Ordinal);

    /// <summary>The account, or null. Both queries always run: an unknown person costs the same.</summary>
    public static AccountRow? Find(SqliteConnection connection, Cedula cedula)
    {
        var mails = FindMails(connection, cedula);
        using var command = connection.Prepare("SELECT name, password, version FROM person WHERE cedula = $cedula", ("$cedula", cedula.Digits));
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new AccountRow(new Person(cedula, reader.GetString(0), mails), reader.GetString(1), reader.GetInt64(2))
            : null;
    }

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
}
