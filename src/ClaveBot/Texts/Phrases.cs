using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ClaveBot.Texts;

/// <summary>
/// Every sentence that people read, by key. The keys of one area are an enum and its sentences resource files of the same name
/// (<see cref="DialogueText"/>, DialogueText.resx and DialogueText.en.resx), so a key cannot be misspelled; a test compares them.
/// </summary>
public static class Phrases
{
    private static readonly ConcurrentDictionary<Type, ResourceManager> Books = new();

    /// <summary>The sentence of <paramref name="key"/> in <paramref name="language"/>, its {0}, {1} … filled from <paramref name="values"/>.</summary>
    /// <exception cref="MissingManifestResourceException">The language's resource file has no such sentence: one of another language is never said instead.</exception>
    public static string Say<TKey>(this TKey key, Language language, params object?[] values)
        where TKey : struct, Enum
    {
        var culture = CultureOf(language);
        var sentence = Sentences<TKey>.Known.GetOrAdd((key, language), static sentence => Find(sentence.Key, sentence.Language));
        return values.Length == 0 ? sentence : string.Format(culture, sentence, values);
    }

    private static string Find<TKey>(TKey key, Language language)
        where TKey : struct, Enum
    {
        var book = Books.GetOrAdd(typeof(TKey), static type => new ResourceManager(type.FullName!, type.Assembly));
        return book.GetResourceSet(CultureOf(language).Parent, createIfNotExists: true, tryParents: false)?.GetString(key.ToString())
            ?? throw new MissingManifestResourceException($"{typeof(TKey).Name} has no sentence '{key}' in {language}.");
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Language> Languages { get; } = Enum.GetValues<Language>();

    /// <summary>The culture of a language: how its numbers and dates are written.</summary>
    public static CultureInfo CultureOf(Language language) => language switch
    {
        Language.Spanish => CultureInfo.GetCultureInfo("es-EC"),
        Language.English => CultureInfo.GetCultureInfo("en-US"),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
    };

    // Found once: looking through a resource file takes longer than saying what was found.
    private static class Sentences<TKey>
        where TKey : struct, Enum
    {
        public static readonly ConcurrentDictionary<(TKey Key, Language Language), string> Known = new();
    }
}
