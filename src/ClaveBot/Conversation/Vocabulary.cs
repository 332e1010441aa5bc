using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>
/// The words that mean the same in every state. Cancel, restart, "no fui yo" and "borrar" only as the whole text: nothing is ended, frozen or
/// erased by a word that merely occurs in a sentence.
/// </summary>
internal static class Vocabulary
{
    /// <summary>What a whole text means anywhere, or null.</summary>
    public static Trigger? Read(Words words)
    {
        if (words.Is("cancelar", "cancela", "cancel", "never mind", "ya no quiero", "dejalo", "salir"))
            return Cancel;
        if (words.Is("reiniciar", "empezar de nuevo", "volver a empezar", "comenzar de nuevo", "desde el principio", "restart", "start over", "start again", "reinicio"))
            return Restart;
        if (words.Is("menu", "inicio", "menu principal", "start", "opciones", "volver al menu"))
            return Trigger.Menu;
        if (words.MeansNotMe || words.Is("congelar", "congelar la cuenta", "congelar mi cuenta", "congele la cuenta", "congele mi cuenta", "freeze the account", "freeze my account"))
            return NotMe;
        if (words.Is("quitar recordatorio", "quitar el recordatorio", "quitar mi recordatorio", "quite el recordatorio", "remove reminder", "remove the reminder", "remove my reminder"))
            return StopReminder;
        if (words.Is("borrar", "borrar mis datos", "borre mis datos", "borrar mi informacion", "borrar todo", "eliminar mis datos", "elimine mis datos",
                "erase", "erase everything", "erase my data", "delete my data"))
            return Erase;
        if (words.Is("english", "ingles", "in english", "en ingles", "speak english"))
            return English;
        if (words.Is("espanol", "castellano", "en espanol", "spanish", "in spanish"))
            return Spanish;
        if (words.Is("atras", "volver", "regresar", "anterior", "back", "paso anterior", "retroceder"))
            return Back;
        if (words.Is("repetir", "repita", "repite", "otra vez", "de nuevo", "repeat", "como"))
            return Repeat;
        if (words.Is("escribir a alguien", "escribirle a alguien", "escribir a una persona", "write to someone"))
            return AskPerson;
        if (words.Is("mas opciones", "otras opciones", "mas", "more options", "more"))
            return More;
        return null;
    }

    /// <summary>Where nothing follows by a word alone, the step says what does.</summary>
    public static Trigger? Onward(Words words) =>
        words.IsOnward || words.Is("siguente", "sigiente", "siguinte", "siguiente paso", "next step") ? Repeat : null;

    /// <summary>What a text means that holds certain words, unless free words say something else of it; or null.</summary>
    public static Trigger? Within(Words words)
    {
        if (words.DeniesAnEnd)
            return GoOn;
        if (words.Hesitates)
            return Unknown;
        if (words.IsLost)
            return Help;
        if (words.Has("otro enlace", "otro enlase", "nuevo enlace", "nuevo enlase", "otro link", "otro linc", "nuevo link", "another link", "new link"))
            return NewLink;
        if (words.Has("algo salio mal", "no funciona", "no abre", "no me abre", "no sale", "no carga", "salio mal", "something went wrong", "does not open"))
            return Trouble;
        return null;
    }
}
