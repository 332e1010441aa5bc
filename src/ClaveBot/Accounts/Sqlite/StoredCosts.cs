namespace ClaveBot.Accounts.Sqlite;

/// <summary>
/// At what costs the directory's hashes were made. After Directory:Sqlite:Hash has changed there are several until every owner has come by, and a
/// proof that cost less for some than for others would tell who is known.
/// </summary>
internal sealed class StoredCosts(DirectoryFile file)
{
    // What stands between "$argon2id$v=19$" and the next "$".
    private const string Parameters = "SELECT DISTINCT substr(password, 16, instr(substr(password, 16), '$') - 1) FROM person";

    private volatile IReadOnlyList<Argon2Cost>? known;

    /// <summary>All of them, in one order for everybody; read once, and again when somebody's is not among them. One that nobody has any more stays until the next start.</summary>
    /// <param name="stored">Of whom a clave is about to be proven; null: of nobody.</param>
    public IReadOnlyList<Argon2Cost> Of(string? stored)
    {
        var all = known ??= Read();
        return stored is null || !PhcString.TryParse(stored, out var phc) || all.Contains(phc.Cost) ? all : known = Read();
    }

    private List<Argon2Cost> Read()
    {
        using var connection = file.Open();
        using var command = connection.Prepare(Parameters);
        using var reader = command.ExecuteReader();
        var costs = new List<Argon2Cost>();
        while (reader.Read())
        {
            if (PhcString.TryParseCost(reader.GetString(0), out var cost))
                costs.Add(cost);
        }

        return costs;
    }
}
