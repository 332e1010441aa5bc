using System.Collections.Frozen;
using ClaveBot.Channels;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>
/// In which language somebody writes, by the small words that only one of them has. One such word may be a name or a quotation; of two,
/// and none of the other language, the bot may be sure.
/// </summary>
internal static class LanguageSense
{
    private const int Enough = 2;

    private static readonly FrozenSet<string> English = Set("""
        the my i im is are it to want need forgot please help how what when where why can you your do does with for from not password change hello hi
        thanks thank this that have has dont account link locked know remember was did someone
        """);

    private static readonly FrozenSet<string> Spanish = Set("""
        el la los las mi mis su yo es son quiero necesito olvide por favor ayuda como que cuando donde puedo usted con para de del un una clave cambiar
        hola gracias esto eso tengo cuenta enlace correo se lo le al y
        """);

    /// <summary>Null: it cannot be told.</summary>
    public static Language? Of(string text)
    {
        var (english, spanish) = (0, 0);
        foreach (var word in new Words(text).Text.Split(' '))
        {
            english += English.Contains(word) ? 1 : 0;
            spanish += Spanish.Contains(word) ? 1 : 0;
        }

        return english >= Enough && spanish == 0 ? Language.English
            : spanish >= Enough && english == 0 ? Language.Spanish
            : null;
    }

    /// <summary>The language of a conversation after a message.</summary>
    public static Language After(ConversationRecord record, IncomingContent content, Trigger trigger) => trigger switch
    {
        Trigger.Spanish => Language.Spanish,
        Trigger.English => Language.English,
        // What somebody else wrote says nothing of the person's language.
        Trigger.Judged or Trigger.OwnLink => record.Language,
        _ when content is IncomingContent.Text text && LanguageSense.Of(text.Value) is { } sensed => sensed,
        _ => record.Language,
    };

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
