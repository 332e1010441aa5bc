using ClaveBot.Texts;

namespace ClaveBot.PasswordLinks;

/// <summary>How the address of a page says which language the page speaks: <c>?lang=en</c>. Spanish need not be said behind a link.</summary>
public static class LinkLanguage
{
    /// <summary>The name in the query.</summary>
    public const string Field = "lang";

    /// <summary>From the site's root, the page of a one-time link for a chat in this language.</summary>
    public static string Path(string token, Language language) => "/c/" + token + (language == Language.Spanish ? "" : Query(language));

    /// <summary>As in <c>?lang=en</c>.</summary>
    public static string Query(Language language) => $"?{Field}={Code(language)}";

    /// <summary>As in "en"; also what HTML calls the language.</summary>
    public static string Code(Language language) => Phrases.CultureOf(language).TwoLetterISOLanguageName;

    /// <summary>The language of such a code, or null.</summary>
    public static Language? Read(string? code) => code switch
    {
        "es" => Language.Spanish,
        "en" => Language.English,
        _ => null,
    };
}
