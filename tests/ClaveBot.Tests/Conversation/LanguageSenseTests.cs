using ClaveBot.Conversation;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Conversation;

public sealed class LanguageSenseTests
{
    [Theory]
    [InlineData("I forgot my password", Language.English)]
    [InlineData("hello, how can i change it", Language.English)]
    [InlineData("quiero cambiar mi clave", Language.Spanish)]
    [InlineData("no me acuerdo de la clave", Language.Spanish)]
    public void Two_small_words_of_one_language_tell_it(string text, Language language) => LanguageSense.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("hello")]
    [InlineData("password")]
    [InlineData("me sale un error: invalid password for the user")]
    [InlineData("ok")]
    [InlineData("12")]
    [InlineData("")]
    public void One_word_or_two_languages_tell_nothing(string text) => LanguageSense.Of(text).ShouldBeNull();
}
