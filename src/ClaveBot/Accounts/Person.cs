namespace ClaveBot.Accounts;

/// <summary>What the directory tells about somebody whose clave was proven.</summary>
/// <param name="Cedula">Who.</param>
/// <param name="Name">As on file; text of unknown origin, to be encoded wherever it is shown.</param>
/// <param name="Mails">Every e-mail on file; may be empty.</param>
public sealed record Person(Cedula Cedula, string Name, IReadOnlyList<string> Mails)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(person)";
}
