using ClaveBot.Settings;

namespace ClaveBot.Accounts.Breached;

/// <summary>
/// Claves that are known from breaches, looked up on this machine alone: the list shipped with the program and, when the setting
/// <c>Passwords:Breached</c> names one, the operator's own.
/// </summary>
public sealed class BreachedPasswords : IDisposable
{
    /// <summary>Shared: it is part of the program.</summary>
    private static readonly HashFile Common = HashFile.Embedded("common-passwords.hashes");

    private readonly HashFile? own;

    private BreachedPasswords(HashFile? own) => this.own = own;

    /// <summary>The shipped list alone.</summary>
    public static BreachedPasswords Shipped { get; } = new(own: null);

    /// <summary>How many claves are known, those in both lists twice.</summary>
    public long Count => Common.Count + (own?.Count ?? 0);

    /// <summary>The shipped list, and the operator's when <paramref name="path"/> is not empty.</summary>
    /// <exception cref="SettingsException">The file cannot be used.</exception>
    public static BreachedPasswords Open(string path)
    {
        if (path.Length == 0)
            return Shipped;
        try
        {
            return new BreachedPasswords(HashFile.Open(path));
        }
        catch (InvalidDataException exception)
        {
            throw Unusable($"{path} {exception.Message}", "Make it with `breached build`, or leave the setting empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"{path} cannot be read ({exception.GetType().Name})", "Correct the path, or leave the setting empty.");
        }
    }

    /// <summary>Whether this very clave is known.</summary>
    internal bool Hold(string clave) => PasswordHash.Of(clave) is var hash && (Common.Holds(hash) || own?.Holds(hash) == true);

    /// <summary>Whether it is among the few that everybody would try first: the shipped list.</summary>
    internal static bool IsCommon(string clave) => Common.Holds(PasswordHash.Of(clave));

    public void Dispose() => own?.Dispose();

    private static SettingsException Unusable(string problem, string cure) => new([new SettingError("Passwords:Breached", problem, cure)]);
}
