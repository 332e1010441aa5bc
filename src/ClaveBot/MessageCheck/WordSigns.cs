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
            var signs = InSentence(words, onlyOfficial).ToList();
            // What is reported asks nothing; but whoever reports and commands in one breath is not called official.
            if (signs.Count == 0 || !Reports().IsMatch(words))
            {
                foreach (var sign in signs)
                    yield return sign;
            }
            else if (Commands().IsMatch(words))
            {
                yield return signs[0];
            }
            else if (onlyOfficial)
            {
                yield return Sign.Hurry;
            }
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

    private static IEnumerable<Sign> InSentence(string words, bool onlyOfficial)
    {
        if ((Asks().IsMatch(words) || (!onlyOfficial && Renews().IsMatch(words)) || Poses().IsMatch(words)) && Secrets().IsMatch(words))
            yield return Sign.AsksForSecret;
        if (Installs().IsMatch(words))
            yield return Sign.Download;
        if ((Pays().IsMatch(words) && !(IsPaid().IsMatch(words) && !Commands().IsMatch(words))) || Promises().IsMatch(words))
            yield return Sign.Money;
    }

    // Swindlers spell as they like.
    private static string Fold(string text) => Words.Fold(text).Replace('k', 'c');

    [GeneratedRegex(@"[.!?;\r\n]+(?=\s|$)|[\n¿]", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Sentences();

    // Advice: "nunca comparta su clave".
    [GeneratedRegex(@"\b(?:nunca|jamas|never|will not|do not|don t|no (?:\w+ ){0,2}(?:compart\w*|entreg\w*|de|den|des|diga\w*|envi\w*|prest\w*|revel\w*|pagu\w*|deposit\w*|transfi\w*|instal\w*|escane\w*|permit\w*|abr\w*|contrat\w*|pide|pedimos|pedira|solicita|solicitamos|solicitara|necesita|share|hace falta|hay (?:que|cost\w*|tramitador\w*|ningun\w*)|existen|es necesario)|ningun\w* (?:funcionari\w*|emplead\w*|clave)|escrib\w+ (?:usted )?(?:mism[oa] )?la direccion)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Never();

    // Reports and questions: "alerta por bonos falsos", "si le piden la clave, cuelgue", "¿es cierto que …?". They may be bait too.
    [GeneratedRegex(@"\b(?:si (?:le|te|les|alguien (?:le|te)) (?:pid\w+|solicit\w+)|si (?:usted )?(?:recib\w+|fue usted|no (?:lo|la|fue|reconoce))|(?:usted|que) solicit(?:o|aste)|(?:cuidado|ojo) con|alertas?|estafador\w*|estafando|estafas?|fals[oa]s?|robaron|ofrecen|(?:es|sera) (?:verdad|cierto|mentira)|alguien sabe|(?:asambleista|fiscalia|director|directora|ministr[oa]|contraloria|policia))\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Reports();

    // Said to the reader: then it is no report.
    [GeneratedRegex(@"\b(?:responda|responder|envie\w*|enviar\w*|ingrese|ingresar|digite|escriba|escribanos|confirme|confirmar|valide|verifique|llame|llamenos|deme|denos|digame|diganos|comparta|proporcione|complete|llene|deposite|pague|transfiera|reenvie\w*|mande\w*|haga clic|de clic)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Commands();

    [GeneratedRegex(@"\b(?:envi(?:e\w*|ar\w*|ame\w*|anos\w*|alo|alos|ala|alas|a (?:tu|su|la|el|una?))|mand(?:e|a|ar|eme|enos|ame|anos)\w*|respond\w*|contest\w*|dig(?:a|ame|anos|ite)\w*|digit\w*|ingres(?!o\b)\w*(?! (?:a|al) )|escrib\w*|confirm(?!aci)\w*|valid(?!aci)\w*|verifi(?!ca[ct]i)\w*|proporcion\w*|compart\w*|facilit\w*|reenvi(?:e\w*|ar\w*|ame\w*|anos\w*|alo|ala)|prest(?:a|as|e|ame|eme|arme|enos)|deme|dame|denos|pas(?:e|eme|enos|ame|anos)|indi(?:que|quenos|queme)|llen(?:e|ar|ando)|complet\w*|registr(?:e|ar|arse|ese|emos|elos|elas|ate)|entreg\w*|ne[cs]e[cs]it\w*|solicit(?!ud)\w*|requer\w*|pedimos|pide|piden|adjunt\w*|sub(?:a|ir)|coloqu\w*|pong(?:a|an)|poner|dict\w*|dar(?:le|les|me|nos)|rellen\w*|record(?:arnos|arme|enos|eme)|pas(?:as|arme|arnos)|esper(?:o|ando)|ayud(?:a|eme|enos|e) con|remit\w*|send|confirm|verify|enter|reply|provide|forward|give|need)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:actuali\w*|update)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Renews();

    // Who introduces himself and names a secret wants it.
    [GeneratedRegex(@"\b(?:soy|somos|le habla|le hablamos|le llamo|le llamamos|le escribo|le escribimos) (?:de |del |la |el |un |una )*(?:soporte|iess|seguro|tecnico|funcionari\w*|asesor\w*|agente|departamento|area|equipo|institucion)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Poses();

    [GeneratedRegex(@"\b(?:claves?|contrasenas?|passwords?|pin|otp|token|codigos?|code|cvv|tarjetas?|cuentas? bancarias?|numeros? de cuenta|cuenta de ahorros?|(?:sus|tus|los) datos|datos (?:bancarios|personales|financieros|completos)|cedulas?|(?:fot\w+|selfie\w*|imagen\w*) (?:\w+ ){0,3}(?:cedula|rostro|carnet)|(?:seis|6) (?:numeros|digitos)|numer\w+ que (?:te|le) (?:\w+ ){0,3}lleg\w+|huella|usuario y clave|banc\w*|card)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"\b(?:anydesc|teamviewer|rustdesc|ultraviewer|apc|(?:enable|activ\w+) (?:las |the )?macros|control remoto|habilit\w* (?:el |las )?(?:contenido|macros?|edicion)|\w+ (?:docm?|xlsm?|exe) |codigo qr|qr|(?:instal\w*|descarg\w*|baj(?:e|ar)|download|install) (?:\w+ ){0,4}(?:app|aplicacion|aplicativo|archivo|programa|actualizacion|adjunto|documento|file|apk))\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Installs();

    [GeneratedRegex(@"\b(?:deposit(?:e|es|a|as|ar|ando|en|ame|eme)|transfier\w*|transferir\w*|(?:una|por|mediante|haga|realice) (?:la |una )?transferencia|transferencia (?:de|por) \d+|pag(?:ue|uen|ar|ando)|(?:realic\w+|hag\w+|efectu\w+|requier\w+|previo|con un|mediante) (?:\w+ ){0,2}pago|pago (?:minimo|unico)|consign\w*|abon(?:e|ar|ando)|cancel(?:e|ar) (?:(?:\w+ ){0,4}(?:\d+|usd)|el valor|la multa|un valor|el costo)|inscripcion (?:\w+ )?\d+|comision|recarg(?:a|ue|ar)|gift ?cards?|tarjetas? de regalo|bitcoin|western union|costo (?:del|de) tramite|valor del tramite|tasa administrativa|por solo \d+|(?:con|por|solo|son|cuesta\w*|vale|cobr\w+|tarifa de|valor de|costo de) (?:\w+ ){0,2}\d+ (?:dolar\w*|usd)|\d+ (?:dolar\w*|usd) (?:a la|para|por)|pay|fee)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Pays();

    // A receipt, or that nothing is to be paid.
    [GeneratedRegex(@"\b(?:(?:fue|ha sido|esta|se ha) (?:registrad|recibid|confirmad|procesad)[oa]|no fee|sin (?:pagar|costo)|gratis|gratuit\w*)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex IsPaid();

    [GeneratedRegex(@"\b(?:gan(?:o|e|a|ar|aste|ador|adora)|ganado un|premi(?:o|os|ado)|sorte\w*|(?:felicidades|felicitaciones) (?:usted|ud|ha|has|su|fue|eres|es)\b|bonos?|subsidios? (?:\w+ ){0,3}(?:aprobad|disponib|asignad|pendient)\w*|herencia|(?:credito|prestamo)\w* (?:\w+ ){0,3}(?:aprobad\w*|preaprobad\w*|inmediato)|(?:devolucion|reembolso|acreditacion)(?:es)?|beneficiari[oa]|(?:fondos?|dinero|valores?|saldo) (?:\w+ ){0,3}(?:disponibles?|a su favor|por cobrar|retenid\w*)|cobr(?:e|ar) (?:su|sus|tu|el|los)|regal(?:a|an|amos|ando|os)|tramitador\w*|(?:te|le|les) (?:sac|gestion|tramit)\w*|trabaj\w* (?:\w+ ){0,5}desde (?:la |su |tu )?casa|\d+ (?:\w+ )?(?:al|por) dia|reenvi\w* (?:\w+ ){0,5}(?:contactos?|grupos?|amigos)|prize|winner|won|refund)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Promises();

    [GeneratedRegex(@"\b(?:bloque(?:a|ad|ar|o|e)\w*|suspen\w*|perder\w*|pierd\w*|mult(?:a|as|ad\w*)|sancion\w*|embarg\w*|inhabilit\w*|desactiv\w*|caduc\w*|elimin(?:ad|ar)\w*|dad[oa] de baja|dar de baja|juicio|coactiv\w*|denunci(?:ad|ar)\w*|cancelad[oa]s?|anulad[oa]s?|irregularidad\w*|congel(?:a|ad|ar|e)\w*|quedar\w* fuera|vence en (?:una|\d+) (?:hora|minuto)\w*|ends|blocked|suspended|cancell?ed|terminated|closed|expire\w*)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Threatens();

    [GeneratedRegex(@"\b(?:urgent\w*|inmediat\w*|ahora mismo|ya mismo|cuanto antes|hoy mismo|solo (?:por )?hoy|vence hoy|hasta hoy|ultim[oa]s? (?:aviso|oportunidad|dia|dias|horas|notificacion|llamad[oa]|advertencia|plazo|recordatorio)|(?:en|dentro de|tiene|quedan) (?:las |menos de )?(?:proximas )?\d+ ?(?:h|hs|hrs?|horas?|minutos?|min)|(?:ultimo|tiene|vence (?:el|su)) plazo|plazo (?:maximo|vence)|antes de (?:las|que|hoy|manana)|(?:ingres\w+|entr[ea]\w*|hag\w+|actu\w+|llam\w+|respond\w+) (?:\w+ )?ahora|si no (?:contest\w+|respond\w+|lo hace)|tonight|right now|act now|unless|de lo contrario|caso contrario|caso omiso|immediately|urgently|within (?:\d+|one|an))\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Hurries();

    [GeneratedRegex(@"\b(?:hoy|today|ya)\b", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Today();
}
