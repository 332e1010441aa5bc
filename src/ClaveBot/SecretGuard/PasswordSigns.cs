using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ClaveBot.SecretGuard;

/// <summary>What says or looks like a clave.</summary>
internal static partial class PasswordSigns
{
    private const int PatienceMilliseconds = 2_000;

    // How far "es" may be from "clave": mi clave nueva del seguro es.
    private const int Reach = 6;

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

    private static readonly FrozenSet<string> States = Set("incorrecta incorrecto invalida invalido bloqueada bloqueado caducada caducado vencida error no olvidada wrong invalid blocked expired");

    // Names of things that end in figures.
    private static readonly FrozenSet<string> Things = Set("covid iphone samsung galaxy redmi xiaomi motorola moto huawei nokia windows android office note redminote honor oppo vivo infinix tecno whatsapp iess sars mazda kia chevrolet");

    /// <summary>One word of letters and figures, and nothing beside it.</summary>
    public static bool IsWordAlone(TypedText text) => text.Words is [var word] && word.Raw.Length >= ShortestAlone
        && word.Raw.Any(char.IsLetter) && word.Raw.Any(char.IsAsciiDigit) && !IsSomethingElse().IsMatch(word.Raw.TrimEnd('.', '?'));

    public static bool In(TypedText text) => text.Words.Any(word => LooksLikeOne(word.Raw)) || IsAnnounced(text.Words);

    private static bool IsAnnounced(IReadOnlyList<TypedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Names.Contains(words[i].Read) && (FollowsAtOnce(words, i) || FollowsLater(words, i)))
                return true;
        }

        return false;
    }

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
        if (HasBoth(words[value].Raw) && words[value].Raw.Length >= 5 && !IsSomethingElse().IsMatch(words[value].Raw))
            return true;
        return name >= 2 && words[name - 1].Read == "de" && Puts.Contains(words[name - 2].Read) && !About.Contains(next) && !Says.Contains(next);
    }

    // "mi clave nueva es …", "clave del seguro: …".
    private static bool FollowsLater(IReadOnlyList<TypedWord> words, int name)
    {
        for (var i = name + 1; i < words.Count - 1 && i <= name + Reach; i++)
        {
            if (OtherThings.Contains(words[i].Read) || IsLink(words[i + 1].Raw))
                return false;
            if (Says.Contains(words[i].Read))
                return !States.Contains(words[i + 1].Read) && !words[i + 1].Raw.Contains('?', StringComparison.Ordinal);
            if (words[i].Read == "fue" && IsDone(words[i + 1].Read))
                return false;
            if (Links.Contains(words[i].Read))
                return IsValue([.. words.Skip(i + 1)]);
        }

        return false;
    }

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

    /// <summary>A word that nobody would write if it were no clave: letters with figures or signs in it.</summary>
    private static bool LooksLikeOne(string word)
    {
        var bare = word.TrimEnd('.', '?');
        if (bare.Length < 6 || IsSomethingElse().IsMatch(bare))
            return false;
        var letters = bare.Count(char.IsLetter);
        var digits = bare.Count(char.IsAsciiDigit);
        var signs = bare.Count(static c => "!@#$%&*_+^~.¡".Contains(c, StringComparison.Ordinal));
        if (letters > 0 && digits > 0 && signs > 0 && letters + digits + signs == bare.Length)
            return true;
        if (SignBetweenLetters().IsMatch(bare) || (digits >= 6 && letters is 1 or 2 && char.IsAsciiDigit(bare[0])))
            return letters + digits >= 6;
        if (letters + digits == bare.Length && (Turns(bare) >= 3 || NameFiguresName().IsMatch(bare)))
            return true;
        if (NameAndFigures().Match(bare) is { Success: true } match)
            return !Things.Contains(match.Groups["name"].Value.ToLowerInvariant());
        return digits > 0 && bare.Any(char.IsUpper) && bare.SkipWhile(char.IsUpper).Any(char.IsUpper) && bare.Any(char.IsLower) && letters + digits == bare.Length;
    }

    private static bool HasBoth(string word) => word.Any(char.IsLetter) && word.Any(char.IsAsciiDigit);

    // How often letters change to figures or back: m4r1p0s4.
    private static int Turns(string word) => word.Zip(word.Skip(1)).Count(static pair => char.IsAsciiDigit(pair.First) != char.IsAsciiDigit(pair.Second));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Mail, link, date, time, amount, plate, document number, ordinal.
    [GeneratedRegex(@"^(?:\S+@\S+\.\S+|(?:https?|www\.|//)\S*|\S+\.(?:com|ec|org|net|info|app|site|online|top|xyz|link|page|web|docm?|pdf|apk|xlsm?)(?:/\S*)?|[\d.,/:$%h-]+|\$?\d+[.,]?\d*(?:usd|dolares|anos|dias|mg|kg|km|am|pm|ml)?|[A-Z]{1,6}-\d[\d-]*|(?:[A-Z]{1,6}-){2,}\d+|[A-Z]\d{1,4}|\w+/\w+|\d+(?:ro|do|to|vo|mo|no|er|ra|da|ta)|[A-Z]-\d+)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex IsSomethingElse();

    [GeneratedRegex(@"\p{L}[@#$%&*^~+]+\p{L}", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex SignBetweenLetters();

    [GeneratedRegex(@"^(?<name>\p{L}{4,})(?:\d{2,8}|(?<=\p{L}{12})\d)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex NameAndFigures();

    [GeneratedRegex(@"^\p{L}{3,}\d{2,}\p{L}+$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex NameFiguresName();

    [GeneratedRegex(@"(?:isim[oa]|able|ible|mente)$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Judges();
}
