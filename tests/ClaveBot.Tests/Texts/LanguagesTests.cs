using System.Globalization;
using System.Text.RegularExpressions;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Texts;

/// <summary>Every text in every language, and each in its own.</summary>
public sealed partial class LanguagesTests
{
    // Small words that the other language does not have.
    private static readonly string[] SpanishWords =
        ["el", "la", "los", "las", "que", "su", "sus", "para", "por", "con", "una", "usted", "clave", "cédula", "enlace", "correo", "escriba", "página", "código", "paso"];

    private static readonly string[] EnglishWords =
        ["the", "your", "you", "and", "of", "to", "is", "it", "with", "for", "password", "link", "click", "email", "mail", "page", "code", "step", "please", "password", "token", "login"];

    // Whatever the language, what both chats show: to choose one, a person reads the name of it.
    private static readonly string[] OfBothLanguages = ["DialogueText.ChooseLanguageAsk", "DialogueText.LanguageNoticed", "DialogueText.ChoiceLanguage"];

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void No_text_is_missing_in_a_language(Language language) =>
        AllTexts.In(language).Where(text => string.IsNullOrWhiteSpace(text.Text)).ShouldBeEmpty();

    /// <summary>Names, numbers and format strings apart, a sentence that is the same in both was forgotten, or fell back.</summary>
    [Fact]
    public void No_text_of_one_language_stands_in_for_the_other()
    {
        string[] alike = ["DialogueText.ChoiceLanguage", "DialogueText.ChoiceSpanish", "DialogueText.ChoiceEnglish", "DialogueText.TimeToday", "PageText.ErrorPrefix"];
        AllTexts.In(Language.English).Intersect(AllTexts.In(Language.Spanish)).Select(text => text.Name).Except(alike).ShouldBeEmpty();
        ((Language[])[Language.Spanish, Language.English]).ShouldBe(Phrases.Languages);
    }

    [Fact]
    public void Each_text_has_the_same_values_to_fill_in_in_every_language() =>
        AllTexts.In(Language.Spanish).Zip(AllTexts.In(Language.English))
            .Where(pair => !Values(pair.First.Text).SetEquals(Values(pair.Second.Text)))
            .Select(pair => pair.First.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Spanish_is_Spanish() => Holding(Language.Spanish, EnglishWords).ShouldBeEmpty();

    [Fact]
    public void English_is_English() => Holding(Language.English, SpanishWords).ShouldBeEmpty();

    [Fact]
    public void A_clave_is_never_a_contraseña_and_in_English_it_is_a_password()
    {
        AllTexts.In(Language.Spanish).Where(text => text.Text.Contains("contraseña", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        string[] explained = ["DialogueText.HelloOperator", "DialogueText.HelloPortal", "PageText.ClaveLabel", "PageText.GuideWhat"];
        AllTexts.In(Language.English).Where(text => explained.Contains(text.Name)).ShouldAllBe(text => text.Text.Contains("clave") && text.Text.Contains("password"));
    }

    /// <summary>By their quotation marks tests find what people are told to write and to press.</summary>
    [Theory]
    [InlineData(Language.Spanish, "[\"“”]")]
    [InlineData(Language.English, "[\"«»]")]
    public void Quotations_are_marked_as_the_language_does(Language language, string foreign) =>
        AllTexts.In(language).Where(text => !OfBothLanguages.Contains(text.Name) && Regex.IsMatch(text.Text, foreign, RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(text => text.Name).ShouldBeEmpty();

    /// <summary>Screen readers, old phones and colour-blind people get the same as everybody.</summary>
    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void Nothing_is_said_by_a_picture(Language language) =>
        AllTexts.In(language).Where(text => text.Text.EnumerateRunes().Any(IsPicture)).Select(text => text.Name).ShouldBeEmpty();

    /// <summary>Twilio may take these for itself when they are the whole text, and then the person hears nothing more from us.</summary>
    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void Nobody_is_told_to_write_what_Twilio_takes(Language language)
    {
        string[] taken = ["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "start", "yes", "unstop"];
        foreach (var (name, text) in AllTexts.In(language))
        {
            AllTexts.Quoted(text).Append(text).Where(words => taken.Contains(ClaveBot.Conversation.Words.Fold(words))).ShouldBeEmpty(name);
            TakenByTwilio().IsMatch(text).ShouldBeFalse(name);
        }
    }

    private static HashSet<string> Values(string text) => [.. Value().Matches(text).Select(match => match.Groups["number"].Value)];

    private static IEnumerable<string> Holding(Language language, string[] foreign) =>
        from text in AllTexts.In(language)
        where !OfBothLanguages.Contains(text.Name)
        from word in AllTexts.Words(AllTexts.WithoutQuotations(text.Text))
        where foreign.Contains(word)
        select $"{text.Name}: {word}";

    private static bool IsPicture(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;

    [GeneratedRegex(@"\{(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\b(write|type|answer|reply|say|escriba|responda|diga)\s+(stop|cancel|end|quit|start|yes|unsubscribe)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TakenByTwilio();
}
