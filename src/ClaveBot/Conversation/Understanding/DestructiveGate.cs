using System.Collections.Frozen;

namespace ClaveBot.Conversation.Understanding;

/// <summary>
/// What the model may not do lightly: read a text as one that erases, ends or freezes something. Unless it is as good as certain, the text must hold a
/// word that says so, spelled right or sounding right, and not one that is denied.
/// </summary>
internal static class DestructiveGate
{
    // With words that were not heard in such a wish; with such as name something else; and without a word that says so.
    private const double LeastUnheard = 0.9;
    private const double LeastForeign = 0.97;
    private const double LeastUnsaid = 0.97;
    private const int LongestScrap = 3;

    // Of what happened to them people tell in the words in which they ask and complain.
    private const double LeastNotMe = 0.85;

    private static readonly FrozenSet<string> Denials = Sounds("no nunca tampoco not don never jamas ni");
    private static readonly FrozenSet<string> BetweenDenialAndWish =
        Sounds("quiero quisiera deseo que se me lo la le a vaya van voy want to t me nada todavia aun por favor vayan mis mi it my please es ha he");

    private static readonly FrozenSet<string> GoingOn = Sounds("seguir sigo siga sigamos continuar continue continuo continuemos hacerlo avanzar avance proseguir");

    // What an account is called; what happens elsewhere is none of ours.
    private static readonly FrozenSet<string> Account = Sounds("clave claves contrasena password pasword cuenta usuario account prestamo quirografario credito fondos correo codigo pin cambio");

    // What says by itself that it was somebody else.
    private static readonly FrozenSet<string> SomebodyElse = Sounds(
        "fui sido wasn hackearon hackeado hackeada jakearon jaquearon jackearon jakiaron hacked suplantaron suplantado suplantada clonaron usurparon estafaron estafado estafada scammed identidad pasar robaron yo");

    private static readonly (Meaning Meaning, WordUses Use, FrozenSet<string> Words)[] Evidence =
    [
        (Meaning.Erase, WordUses.Erase, Sounds("""
            borrar borre borren borra borreme borrenme borrarme borrarlo borrarla borrado borrados borrenlo borrelo borreselo borrara eliminar elimine eliminen elimina
            elimineme eliminenme eliminarme eliminarlo eliminacion eliminado eliminados eliminelo suprimir suprima supriman desaparezcan destruya supresion delete erase remove wipe forget forgotten deletion
            olvide olviden olvidense olvidese olvidarme olvideme desaparecer desaparezca quite quiten quiteme saquen saque limpie limpiar vacie vaciar rid destruya destruir borron clear cleared borrense
            """)),
        (Meaning.Cancel, WordUses.Cancel, Sounds("""
            cancelar cancele cancela cancelo cancel cancelenme cancelen cancelarlo cancelelo canceleme cancelado anular anule anulelo salir salirme salgo salida salga terminar terminemos termine termina acabar
            finalizar finalice detener detenga detengase parar pare paremos pares deje dejelo dejemos dejemoslo dejar dejarlo dejo dejalo dejen olvidelo olvidalo abandonar abandono abandone
            cancelalo cancelemos cancelemoslo abortar aborta abortemos olvidese olvidemos olvidemoslo desistir retiramos salgamos salirnos sacame saqueme hasta quedemos out anulemos suspendamos stop quit exit nevermind mind abort suspender suspenda interrumpir arrepenti arrepiento retiro desisto aborte cerrar cierre basta forget leave cortamos cortemos corte cortar alto frene retirar end
            """)),
        (Meaning.Restart, WordUses.Restart, Sounds("""
            reiniciar reinicie reinicio reinicia reiniciemos restart reinicielo reset empezar empecemos empiezo empiece empieza empecemoslo comenzar comencemos comience comienza comienzo iniciar iniciemos inicie
            arrancar arranquemos arranque over beginning begin start scratch cero principio inicio again nuevo nuevamente retomar primer uno borron resetear resetee reseteemos zero todo
            """)),
        (Meaning.NotMe, WordUses.NotMe, Sounds("""
            fui fue yo alguien cambiaron cambio cambiado robaron robo robada robado robaran hackearon hackeado hackeada hackeo jakearon jaquearon estafaron estafado estafada estafador estafadores
            entraron entro metieron metio usando uso usaron usan usa sacaron saco hicieron hizo permiso autorizacion autorice consentimiento pedi solicite saber desconocido ladron ladrones
            recibo llega llegan reconozco tricked scammed cheated took gave never asked requested mine without usaron usa puse meti entregue trampa hacked stole stolen wasn not someone somebody me ingresaron ingreso engañaron enganaron engano nombre vaciaron suplantaron suplantacion suplantando otra otro ajena ajeno di dieron persona clonaron hackers hacker jaquer
            """)),
    ];

    /// <summary>
    /// Takes the likelihood from every destructive meaning that lacks its word or is not likely enough; a denied one gives it to "no".
    /// Says whether the one that stays, if any, stays for a word that is only similar.
    /// </summary>
    /// <param name="tokens">The text.</param>
    /// <param name="likelihoods">Of each meaning; changed.</param>
    /// <param name="least">How likely a meaning must be whose word is in the text.</param>
    /// <param name="leastMended">How likely it must be when its word is only similar to one in the text.</param>
    public static Sureness Apply(List<Token> tokens, Span<double> likelihoods, double least, double leastMended)
    {
        var sureness = Sureness.Sure;
        foreach (var (meaning, use, words) in Evidence)
        {
            ref var likelihood = ref likelihoods[(int)meaning];
            var (found, mended, denied) = Find(tokens, words);
            if (meaning == Meaning.Cancel)
            {
                found |= WillNotGoOn(tokens);
                denied |= tokens.Exists(static token => Denials.Contains(token.Sounds));
            }

            if (denied && !found && meaning != Meaning.NotMe)
                likelihoods[(int)Meaning.No] += likelihood;
            if (likelihood < Math.Max(found ? least : mended ? leastMended : LeastUnsaid, LeastOf(tokens, meaning, use)))
            {
                // Whoever is in doubt asks; nobody is asked whether to erase what he never had here.
                if (!denied)
                    likelihoods[(int)Meaning.Other] += likelihood;
                likelihood = 0;
            }
            else if (!found)
                sureness = Sureness.Ask;
        }

        return sureness;
    }

    // Words that nobody was heard to use for such a wish tell that it is about something else: "cancelar la boda".
    private static double LeastOf(List<Token> tokens, Meaning meaning, WordUses use)
    {
        var (foreign, unheard) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Source == TokenSource.Number || token.Uses.HasFlag(use))
                continue;
            // A scrap of two or three letters names nothing.
            foreign += token.IsForeign && token.Sounds.Length > LongestScrap ? 1 : 0;
            unheard++;
        }

        if (meaning == Meaning.NotMe && !tokens.Exists(static token => Account.Contains(token.Sounds) || SomebodyElse.Contains(token.Sounds)))
            return LeastUnsaid;
        if (unheard == 0)
            return meaning == Meaning.NotMe ? LeastNotMe : 0;
        if (meaning == Meaning.NotMe)
            return foreign * 4 > tokens.Count || !tokens.Exists(static token => Account.Contains(token.Sounds) || token.Sounds == "ies") ? LeastForeign : LeastUnheard;
        return foreign > 0 || unheard * 4 > tokens.Count ? LeastForeign : LeastUnheard;
    }

    private static (bool Found, bool Mended, bool Denied) Find(List<Token> tokens, FrozenSet<string> words)
    {
        var (found, mended, denied) = (false, false, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!words.Contains(tokens[i].Sounds))
                continue;
            if (IsDenied(tokens, i))
                denied = true;
            else if (tokens[i].Source == TokenSource.Known)
                found = true;
            else
                mended = true;
        }

        return (found, mended, denied);
    }

    // "Ya no", "no quiero seguir": a denial that ends what is under way.
    private static bool WillNotGoOn(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Denials.Contains(tokens[i].Sounds))
                continue;
            if (i > 0 && tokens[i - 1].Sounds == "ya")
                return true;
            for (var after = i + 1; after < Math.Min(i + 4, tokens.Count); after++)
            {
                if (tokens[after].Source == TokenSource.Known && GoingOn.Contains(tokens[after].Sounds))
                    return true;
            }
        }

        return false;
    }

    // "No quiero que borren": from the word back to the denial, over what may stand between.
    private static bool IsDenied(List<Token> tokens, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (Denials.Contains(tokens[before].Sounds))
                // "Ya no quiero seguir" ends what is under way.
                return before == 0 || tokens[before - 1].Sounds != "ya";
            if (!BetweenDenialAndWish.Contains(tokens[before].Sounds))
                return false;
        }

        return false;
    }

    private static FrozenSet<string> Sounds(string words) =>
        words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static word => SpanishSounds.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
