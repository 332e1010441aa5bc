using System.Collections.Frozen;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>The same sentence about something else is no wish of ours: "cambiar mi clave" and "cambiar mi llanta".</summary>
internal sealed class Elsewhere(IReadOnlyList<string> general)
{
    // What the field is about; without any of it only the way of asking is left.
    private static readonly FrozenSet<string> Things = Spoken("""
        clave iess correo mensaje link persona oficina avise patronal trabajadores datos grupo facebook opinion ingles numero inicio opciones
        cuenta cuentas usuario chat bot robot menu conversacion sistema tramite proceso solicitud operacion cambio perfil acceso seguro servicio afiliado afiliada
        account user menu system process codigo codigos code
        """);

    /// <summary>A text with its things replaced; null when it names none.</summary>
    public Example? Of(Example example, Chance chance)
    {
        if (example.Meaning == Meaning.Other)
            return null;
        var words = Words.Fold(example.Text).Split(' ');
        var replaced = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!Things.Contains(Concept(words[i])))
                continue;
            words[i] = general[chance.Below(general.Count)];
            replaced = true;
        }

        return replaced ? new(Meaning.Other, string.Join(' ', words)) : null;
    }

    private static string Concept(string word) => Concepts.Of(SpanishSounds.Of(word)).ToString();

    private static FrozenSet<string> Spoken(string words) =>
        words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(static word => new[] { Concept(word), "@" + word }).ToFrozenSet(StringComparer.Ordinal);
}
