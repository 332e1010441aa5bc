using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

internal static class Words
{
    /// <summary>The pages speak Spanish; the language of the chat is not in the link.</summary>
    public static string Say(this PageText key, params object?[] values) => key.Say(Language.Spanish, values);
}
