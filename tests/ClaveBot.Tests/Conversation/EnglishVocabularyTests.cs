using ClaveBot.Conversation;
using ClaveBot.Tests.Conversation.Understanding;

namespace ClaveBot.Tests.Conversation;

public sealed class EnglishVocabularyTests
{
    [Theory]
    [InlineData("I want to change my password", Trigger.Change)]
    [InlineData("hello, I forgot my password", Trigger.Forgot)]
    [InlineData("how do I know it is safe?", Trigger.Safety)]
    [InlineData("My account is locked!", Trigger.Locked)]
    [InlineData("I want to talk to a person", Trigger.Person)]
    [InlineData("I want to change my e-mail", Trigger.WrongEmail)]
    [InlineData("is this message real?", Trigger.IsItReal)]
    [InlineData("When does it expire?", Trigger.Expiry)]
    [InlineData("thank you", Trigger.Thanks)]
    public void It_reads(string text, Trigger meant) => EnglishVocabulary.Read(new Words(text)).ShouldBe(meant);

    [Theory]
    [InlineData("I don't want to change it")]
    [InlineData("erase my account")]
    [InlineData("the weather is nice")]
    public void It_leaves(string text) => EnglishVocabulary.Read(new Words(text)).ShouldBeNull();

    /// <summary>Whoever writes Spanish is read by what learnt Spanish.</summary>
    [Fact]
    public void No_Spanish_text_of_the_corpus_is_taken_for_English() =>
        WordsCorpus.Read("words.test.tsv").Select(line => line.Text)
            .Where(text => EnglishVocabulary.Read(new Words(text)) is not null && !text.Contains("help", StringComparison.OrdinalIgnoreCase) && !text.Contains("hello", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
}
