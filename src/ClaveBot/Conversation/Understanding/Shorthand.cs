using System.Collections.Frozen;

namespace ClaveBot.Conversation.Understanding;

/// <summary>How people write on phones: what stands for a word, and what a text without any letter says.</summary>
internal static class Shorthand
{
    private static readonly FrozenDictionary<string, string> Written = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["x"] = "por",
        ["q"] = "que",
        ["k"] = "que",
        ["d"] = "de",
        ["n"] = "no",
        ["s"] = "si",
        ["xq"] = "por que",
        ["xk"] = "por que",
        ["pq"] = "por que",
        ["pk"] = "por que",
        ["porq"] = "por que",
        ["porke"] = "por que",
        ["porque"] = "por que",
        ["xfa"] = "por favor",
        ["xfavor"] = "por favor",
        ["porfa"] = "por favor",
        ["porfis"] = "por favor",
        ["porfi"] = "por favor",
        ["pf"] = "por favor",
        ["pfv"] = "por favor",
        ["pls"] = "please",
        ["plz"] = "please",
        ["plis"] = "please",
        ["dnd"] = "donde",
        ["cmo"] = "como",
        ["cm"] = "como",
        ["tb"] = "tambien",
        ["tmb"] = "tambien",
        ["bn"] = "bien",
        ["bns"] = "buenas",
        ["bnas"] = "buenas",
        ["bnos"] = "buenos",
        ["tks"] = "gracias",
        ["grax"] = "gracias",
        ["thx"] = "thanks",
        ["pa"] = "para",
        ["toy"] = "estoy",
        ["ta"] = "esta",
        ["msj"] = "mensaje",
        ["msg"] = "mensaje",
        ["sms"] = "mensaje",
        ["wsp"] = "whatsapp",
        ["wpp"] = "whatsapp",
        ["wasap"] = "whatsapp",
        ["wasa"] = "whatsapp",
        ["whats"] = "whatsapp",
        ["watsap"] = "whatsapp",
        ["fb"] = "facebook",
        ["face"] = "facebook",
        ["feis"] = "facebook",
        ["feisbuk"] = "facebook",
        ["telf"] = "telefono",
        ["tlf"] = "telefono",
        ["tel"] = "telefono",
        ["cel"] = "celular",
        ["nro"] = "numero",
        ["num"] = "numero",
        ["srta"] = "senorita",
        ["sr"] = "senor",
        ["sra"] = "senora",
        ["dont"] = "don t",
        ["didnt"] = "didn t",
        ["cant"] = "can t",
        ["wasnt"] = "wasn t",
        ["im"] = "i m",
        ["its"] = "it s",
        ["u"] = "you",
        ["pw"] = "password",
        ["pwd"] = "password",
        ["ctr"] = "contrasena",
        ["ntp"] = "no",
        ["siono"] = "si o no",
        ["aki"] = "aqui",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Written.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Sign, string Words)[] Signs =
    [
        ("👍", "si"), ("👌", "si"), ("✅", "listo"), ("✔", "listo"), ("👎", "no"), ("❌", "no"), ("🚫", "no"), ("👋", "hola"), ("🙏", "gracias"), ("❤", "gracias"), ("🆘", "ayuda"),
    ];

    /// <summary>What a written word stands for, words with single spaces between; null when it stands for itself.</summary>
    public static string? Of(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var words) ? words : null;

    /// <summary>What a text without letters or digits says; empty when it says nothing.</summary>
    public static string OfSigns(string text)
    {
        foreach (var (sign, words) in Signs)
        {
            if (text.Contains(sign, StringComparison.Ordinal))
                return words;
        }

        return "";
    }
}
