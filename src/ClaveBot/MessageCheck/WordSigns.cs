using System.Text.RegularExpressions;
using ClaveBot.Conversation;

namespace ClaveBot.MessageCheck;

/// <summary>What a message asks, promises and threatens.</summary>
internal static partial class WordSigns
{
    private const int PatienceMilliseconds = 2_000;

    /// <param name="text">The message.</param>
    /// <param name="onlyOfficial">Whether it leads to the institute's own hosts and nowhere else: there a clave is renewed, and data are brought up to date.</param>
    public static IEnumerable<Sign> Of(string text, bool onlyOfficial)
    {
        // Sentence by sentence: what is asked in one is not of the noun in the next.
        foreach (var sentence in Sentences().Split(text))
        {
            var words = Fold(sentence);
            if (Never().IsMatch(words))
                continue;
            if ((Asks().IsMatch(words) || (!onlyOfficial && Renews().IsMatch(words)) || Poses().IsMatch(words)) && Secrets().IsMatch(words))
                yield return Sign.AsksForSecret;
            if (Installs().IsMatch(words))
                yield return Sign.Download;
            if (Pays().IsMatch(words) || Promises().IsMatch(words))
                yield return Sign.Money;
        }

        var all = Fold(text);
        var (threatens, hurries) = (Threatens().IsMatch(all), Hurries().IsMatch(all));
        // "Hoy" alone hurries nobody: "hoy se pagan las pensiones".
        if (threatens && (hurries || Today().IsMatch(all)))
            yield return Sign.Pressure;
        else if (threatens)
            yield return Sign.Threat;
        else if (hurries)
            yield return Sign.Hurry;
    }

    // Swindlers spell as they like.
    private static string Fold(string text) => Words.Fold(text).Replace('k', 'c');

    [GeneratedRegex(@"[.!?;\r\n]+(?=\s|$)|\n", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Sentences();

    // Advice: "nunca comparta su clave".
    [GeneratedRegex(@"\b(?:nunca|jamas|never|no (?:\w+ ){0,2}(?:comparta|entregue|de|diga|envie|preste|revele|pague|deposite|transfiera|pide|pedimos|pedira|solicita|solicitamos|solicitara|share))\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(?:envi\w*|mand(?:e|a|ar|eme|enos|ame|anos)\w*|respond\w*|contest\w*|dig(?:a|ame|anos|ite)\w*|digit\w*|ingres\w*(?! (?:a|al) )|escrib\w*|confirm\w*|valid\w*|verifi\w*|proporcion\w*|compart\w*|facilit\w*|reenvi\w*|deme|dame|denos|pas(?:e|eme|enos|ame|anos)|indi(?:que|quenos|queme)|llen(?:e|ar|ando)|complet\w*|registr(?:e|ar|arse|ese|emos|elos|elas|ate)|entreg\w*|ne[cs]e[cs]it\w*|solicit\w*|requer\w*|pedimos|pide|piden|adjunt\w*|sub(?:a|ir)|coloqu\w*|pong(?:a|an)|dict\w*|send|confirm|verify|enter|reply|provide)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:actuali\w*|update)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Renews();

    // Who introduces himself and names a secret wants it.
    [GeneratedRegex(@"\b(?:soy|somos|le habla|le hablamos|le llamo|le llamamos|le escribo|le escribimos) (?:de |del |la |el |un |una )*(?:soporte|iess|seguro|tecnico|funcionari\w*|asesor\w*|agente|departamento|area|equipo|institucion)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Poses();

    [GeneratedRegex(@"\b(?:claves?|contrasenas?|passwords?|pin|otp|token|codigos?|code|cvv|tarjetas?|cuentas? bancarias?|numeros? de cuenta|cuenta de ahorros?|(?:sus|tus|los) datos|datos (?:bancarios|personales|financieros|completos)|cedulas?|(?:foto|selfie|imagen)\w* (?:\w+ ){0,3}(?:cedula|rostro|carnet)|huella|usuario y clave|banc\w*|card)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"\b(?:anydesc|teamviewer|apc|habilit\w* (?:el |las )?(?:contenido|macros?|edicion)|\w+ (?:docm?|xlsm?|exe) |codigo qr|qr|(?:instal\w*|descarg\w*|baj(?:e|ar)|download|install) (?:\w+ ){0,4}(?:app|aplicacion|aplicativo|archivo|programa|actualizacion|adjunto|documento|file|apk))\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Installs();

    [GeneratedRegex(@"\b(?:deposit(?:e|ar|ando|o)|transfier\w*|transferir|transferencia|pag(?:ue|uen|ar|ando)|pago (?:de|por|minimo|unico)|consign\w*|abon(?:e|ar|ando)|cancel(?:e|ar) (?:el valor|la multa|\d+|usd|un valor|el costo)|comision|recarg(?:a|ue|ar)|gift ?cards?|tarjetas? de regalo|bitcoin|western union|costo (?:del|de) tramite|valor del tramite|tasa administrativa|por solo \d+|\d+ dolares|usd \d+|pay|fee)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Pays();

    [GeneratedRegex(@"\b(?:gan(?:o|aste|ador|adora)|ganado un|premi(?:o|os|ado)|sorte\w*|felicidades|felicitaciones|bonos?|subsidios?|herencia|(?:credito|prestamo)\w* (?:\w+ ){0,3}(?:aprobad\w*|preaprobad\w*|inmediato)|(?:devolucion|reembolso|acreditacion)\w*|beneficiari[oa]|(?:fondos?|dinero|valores?|saldo) (?:\w+ ){0,3}(?:disponibles?|a su favor|por cobrar|retenid\w*)|cobr(?:e|ar) (?:su|sus|tu|el|los)|regal\w*|tramitador\w*|(?:te|le|les) (?:sac|gestion|tramit)\w*|reenvi\w* (?:\w+ ){0,5}(?:contactos?|grupos?|amigos)|prize|winner|won|refund)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Promises();

    [GeneratedRegex(@"\b(?:bloque(?:a|ad|ar|o|e)\w*|suspen\w*|perder\w*|pierd\w*|mult(?:a|as|ad\w*)|sancion\w*|embarg\w*|inhabilit\w*|desactiv\w*|caduc\w*|elimin(?:ad|ar)\w*|dad[oa] de baja|dar de baja|juicio|coactiv\w*|denunci(?:ad|ar)\w*|cancelad[oa]s?|blocked|suspended|expire\w*)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Threatens();

    [GeneratedRegex(@"\b(?:urgent\w*|inmediat\w*|ahora mismo|ya mismo|cuanto antes|hoy mismo|solo (?:por )?hoy|vence hoy|hasta hoy|ultim[oa]s? (?:aviso|oportunidad|dia|dias|horas|notificacion|llamad[oa]|advertencia|plazo|recordatorio)|(?:en|dentro de|tiene|quedan) (?:las |menos de )?(?:proximas )?\d+ ?(?:h|hs|hrs?|horas?|minutos?|min)|plazo|antes de (?:las|que|hoy|manana)|de lo contrario|caso contrario|caso omiso|immediately|urgently|within \d+)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Hurries();

    [GeneratedRegex(@"\b(?:hoy|today|ya)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Today();
}
