using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

internal static class Words
{
    /// <summary>A sentence of the pages. They speak Spanish: a link does not tell the language of its chat.</summary>
    public static string InSpanish(this PageText key, params object?[] values) => key.Say(Language.Spanish, values);
}
