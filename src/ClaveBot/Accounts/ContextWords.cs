using ClaveBot.Settings;

namespace ClaveBot.Accounts;

/// <summary>
/// Words that anybody would try here first, because they name this service and its errand (ASVS 5.0, 6.1.2): those below, the
/// operator's name, and the site's address.
/// </summary>
internal static class ContextWords
{
    private const int ShortestWord = 4;

    /// <summary>Longest first, folded.</summary>
    public static IReadOnlyList<string> Own { get; } = Sorted(
    [
        "iess", "biess", "clave", "claves", "clavebot", "cedula", "afiliado", "afiliada", "afiliados", "jubilado", "jubilada", "pensionista",
        "instituto", "institutoecuatoriano", "seguro", "seguro social", "seguridad", "seguridad social", "ecuatoriano", "patronal", "empleador",
        "montepio", "cesantia", "servicios en linea", "tramites", "recuperacion", "desbloqueo", "telegram", "whatsapp",
    ]);

    /// <summary>Those of one installation.</summary>
    public static IReadOnlyList<string> Of(ClaveBotSettings settings)
    {
        var host = Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var address) ? address.Host : "";
        var names = settings.Owner.Split(' ').Append(settings.Owner).Concat(host.Split('.', '-'))
            .Where(static word => !word.Equals("localhost", StringComparison.OrdinalIgnoreCase));
        return Sorted(Own.Concat(names));
    }

    /// <summary>Whether a clave is little more than these words.</summary>
    public static bool MakeUp(string clave, IReadOnlyList<string> words) =>
        GuessableText.Readings(clave).Any(reading => CommonPasswords.IsLittleBeside(reading, words));

    private static List<string> Sorted(IEnumerable<string> words) =>
    [
        .. words.Select(GuessableText.Fold)
            .Where(static word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static word => word.Length),
    ];
}
