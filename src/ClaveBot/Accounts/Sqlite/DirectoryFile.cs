using Microsoft.Data.Sqlite;

namespace ClaveBot.Accounts.Sqlite;

/// <summary>The database file of the embedded directory: made when missing, readable by its owner only, each commit on disk (WAL, FULL).</summary>
public sealed class DirectoryFile(string path)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 3,
    }.ToString();

    private readonly Lock making = new();
    private bool made;

    /// <summary>A connection from the pool; another writer is waited for up to 3 seconds.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is no database.</exception>
    internal SqliteConnection Open()
    {
        MakeOnce();
        return Connect();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 3000; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeOnce()
    {
        lock (making)
        {
            if (made)
                return;
            MakePrivateFile();
            using var connection = Connect();
            connection.Execute("PRAGMA journal_mode = WAL;");
            Schema.BringUpToDate(connection);
            made = true;
        }
    }

    /// <summary>SQLite gives its WAL the mode of the database file.</summary>
    private void MakePrivateFile()
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(full, options).Dispose();
    }
}
