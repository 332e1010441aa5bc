namespace ClaveBot.Settings;

/// <summary>The accounts, in Operator mode.</summary>
public sealed class DirectorySettings
{
    public DirectoryKind? Kind { get; set; }

    public SqliteSettings Sqlite { get; set; } = new();

    public LdapSettings Ldap { get; set; } = new();
}

public enum DirectoryKind
{
    /// <summary>Embedded, for one machine.</summary>
    Sqlite,

    /// <summary>OpenLDAP with the ppolicy overlay.</summary>
    Ldap,
}

public sealed class SqliteSettings
{
    /// <summary>The database file; made when missing.</summary>
    public string Path { get; set; } = "";

    /// <summary>A JSON file of made-up people, loaded into an empty directory.</summary>
    public string Seed { get; set; } = "";

    public SqlitePolicySettings Policy { get; set; } = new();

    public HashSettings Hash { get; set; } = new();
}
