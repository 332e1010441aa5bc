using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ClaveBot.SecretGuard;

/// <summary>What says that a clave follows.</summary>
internal static partial class PasswordSigns
{
    private const int PatienceMilliseconds = 2_000;

    // How far "es" may be from "clave": mi clave nueva del seguro es.
    private const int Reach = 6;

    private const int NearReach = 4;

    private const int ShortestAlone = 5;

    private static readonly FrozenSet<string> Names = Set("clave claves klave clabe klabe clavee cleve contrasena contraseña kontrasena contrasenia contrasea password pasword passwd pass pwd contra");
    private static readonly FrozenSet<string> Links = Set("es era fue sera seria is was");
    private static readonly FrozenSet<string> Puts = Set("puse pongo ponga pongame pon poner puso pusieron ponle pongale use uso usaba");
    private static readonly FrozenSet<string> Says = Set(": =");

    // What is said about a clave in place of it.
    private static readonly FrozenSet<string> About = Set(
        "muy mas menos tan bien mal la las el los lo un una uno mi su tu mis sus esta este esa ese eso esto de del para por con sin en a al y o que q como cuando donde porque pero no ni ya aun todavia solo siempre nunca "
        + "misma mismo vieja viejo nueva nuevo antigua personal privada privado secreta secreto intransferible incorrecta incorrecto correcta correcto invalida invalido valida valido debil fuerte facil dificil dificilisima "
        + "larga corta buena bueno mala malo mejor peor igual diferente distinta otra otro bloqueada bloqueado caducada caducado vencida vencido expirada olvidada perdida robada segura seguro insegura sencilla simple "
        + "patronal temporal importante obligatoria obligatorio necesaria necesario alfanumerica numerica rechazada mia suya conocida complicada complicado imposible posible gratis actual anterior "
        + "demasiado demasiada bastante poco super creada creado cambiada cambiado hecha puesta hackeada adivinada confidencial numero numeros letra letras fecha nombre requerida solicitada enviada generada asignada registrada "
        + "inhabilitada inactiva activa rara fea bonita linda ridicula aceptada denegada compartida prestada mediana delicada confusa enredada sencillita facilita cortita larguita viejita "
        + "not too working wrong blocked the a an hard expired my easy long short old new same correct incorrect invalid strong weak safe secret personal for to so very never always locked forgotten lost ok "
        + "cierto cierta verdad verdadero verdadera falso falsa real normal legitimo legitima oficial true real fake normal");

    // What else can be said to be something in the same sentence.
    private static readonly FrozenSet<string> OtherThings = Set("cedula sedula ruc celular telefono numero correo email mail codigo turno placa usuario nombre apellido edad direccion");

    // What has a name that looks like a clave.
    private static readonly FrozenSet<string> NamedElsewhere = Set("usuario user wifi red instagram insta facebook tiktok twitter modelo televisor tele placa vuelo canal juego");

    private static readonly FrozenSet<string> States = Set("incorrecta incorrecto invalida invalido bloqueada bloqueado caducada caducado vencida error no olvidada wrong invalid blocked expired");

    /// <summary>One word of letters and figures, and nothing beside it.</summary>
    public static bool IsWordAlone(TypedText text) => text.Words is [var word] && word.Raw.Length >= ShortestAlone
        && word.Raw.Any(char.IsLetter) && word.Raw.Any(char.IsAsciiDigit) && !PasswordShapes.IsSomethingElse(word.Raw.TrimEnd('.', '?'));

    public static bool In(TypedText text)
    {
        var speaksOfOne = text.Has(Names);
        for (var i = 0; i < text.Words.Count; i++)
        {
            if ((PasswordShapes.LooksLikeOne(text.Words[i].Raw) || IsPut(text.Words, i, speaksOfOne)) && (speaksOfOne || !IsNameElsewhere(text.Words, i)))
                return true;
        }

        return IsAnnounced(text.Words);
    }

    // "La que tenía era Tungurahua9"; where a clave is spoken of, also without the verb: "con Esmeraldas1 no entro a la clave".
    private static bool IsPut(IReadOnlyList<TypedWord> words, int at, bool speaksOfOne) =>
        (speaksOfOne || (at > 0 && (Links.Contains(words[at - 1].Read) || Puts.Contains(words[at - 1].Read))))
        && PasswordShapes.IsNameAndFigure(words[at].Raw.TrimEnd('.', '?'));

    // "Mi usuario de Facebook es carlitosm89", "la red CNT_Fibra_2.4".
    private static bool IsNameElsewhere(IReadOnlyList<TypedWord> words, int at)
    {
        if (PasswordShapes.HasSign(words[at].Raw) || (at > 0 && (Puts.Contains(words[at - 1].Read) || words[at - 1].Read == "con")))
            return false;
        for (var before = Math.Max(0, at - NearReach); before < at; before++)
        {
            if (NamedElsewhere.Contains(words[before].Read))
                return true;
        }

        return false;
    }

    private static bool IsAnnounced(IReadOnlyList<TypedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Names.Contains(words[i].Read) && !IsOfAdvertisement(words, i) && (FollowsAtOnce(words, i) || FollowsLater(words, i)))
                return true;
        }

        return false;
    }

    // "La palabra clave del anuncio era urgente", and not "mi palabra clave".
    private static bool IsOfAdvertisement(IReadOnlyList<TypedWord> words, int name) => name > 1 && words[name - 1].Read == "palabra" && words[name - 2].Read == "la";

    // "clave 1234", "de clave Firulais".
    private static bool FollowsAtOnce(IReadOnlyList<TypedWord> words, int name)
    {
        if (name + 1 >= words.Count || words[name + 1].Read is not { Length: > 0 } next)
            return false;
        if (next.Length >= 4 && next.All(char.IsAsciiDigit))
            return true;
        var value = name + 1;
        while (value < words.Count - 1 && About.Contains(words[value].Read))
            value++;
        if (HasBoth(words[value].Raw) && words[value].Raw.Length >= 5 && !PasswordShapes.IsSomethingElse(words[value].Raw))
            return true;
        return name >= 2 && words[name - 1].Read == "de" && Puts.Contains(words[name - 2].Read) && !About.Contains(next) && !Says.Contains(next);
    }

    // "mi clave nueva es …", "clave del seguro: …".
    private static bool FollowsLater(IReadOnlyList<TypedWord> words, int name)
    {
        for (var i = name + 1; i < words.Count - 1 && i <= name + Reach; i++)
        {
            // "Su clave ha sido cambiada. Si no fue usted, …" is two sentences.
            if (OtherThings.Contains(words[i].Read) || IsLink(words[i + 1].Raw) || words[i].Raw.EndsWith('.'))
                return false;
            if (Says.Contains(words[i].Read))
                return !States.Contains(words[i + 1].Read) && !words[i + 1].Raw.Contains('?', StringComparison.Ordinal);
            if (words[i].Read == "fue" && IsDone(words[i + 1].Read))
                return false;
            if (Links.Contains(words[i].Read))
                return !IsAdvice(words, name, i + 1) && IsValue([.. words.Skip(i + 1)]);
        }

        return false;
    }

    // "La clave es tener paciencia"; and of its age: "mi clave es del 2019".
    private static bool IsAdvice(IReadOnlyList<TypedWord> words, int name, int first) =>
        (name > 0 && words[name - 1].Read == "la" && Infinitive().IsMatch(words[first].Raw) && first < words.Count - 1 && !words.Skip(first).Any(static word => word.Raw.Any(char.IsAsciiDigit)))
        || (words[first].Read == "del" && first + 1 < words.Count && Year().IsMatch(words[first + 1].Read));

    // "Perro", "muy difícil", "la palabra tomate", "uno dos tres cuatro".
    private static bool IsValue(TypedWord[] said)
    {
        if (said.Any(static word => word.Read.Count(char.IsAsciiDigit) >= 4) || said.TakeWhile(static word => TypedNumbers.DigitsOf(word.Read) > 0).Count() >= 3)
            return true;
        if (said is [_, { Read: "palabra" }, var named, ..])
            return !About.Contains(named.Read);
        if (said is [_, { Read: "nombre" }, { Read: "de" }, _, _, _, ..])
            return true;
        var first = said[0].Read;
        return first.Length > 0 && !About.Contains(first) && !Judges().IsMatch(first);
    }

    // A colon stands apart, so that "https://…" comes in pieces.
    private static bool IsLink(string word) =>
        word is "http" or "https" || word.StartsWith("//", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // "Su clave fue cambiada."
    private static bool IsDone(string word) => word.EndsWith("ada", StringComparison.Ordinal) || word.EndsWith("ida", StringComparison.Ordinal);

    private static bool HasBoth(string word) => word.Any(char.IsLetter) && word.Any(char.IsAsciiDigit);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\p{Ll}{2,}[aei]r$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"(?:isim[oa]|able|ible|mente)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Judges();
}
