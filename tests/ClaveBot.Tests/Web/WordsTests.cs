using System.Globalization;
using System.Resources;
using ClaveBot.Accounts;
using ClaveBot.Texts;
using ClaveBot.Web.Pages;

namespace ClaveBot.Tests.Web;

public sealed class WordsTests
{
    [Fact]
    public void The_pages_keys_and_sentences_are_the_same_set()
    {
        var book = new ResourceManager(typeof(PageText)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var sentences = book.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
        sentences.ShouldBe(Enum.GetNames<PageText>(), ignoreOrder: true);
    }

    [Fact]
    public void No_page_says_contraseña_and_every_fault_has_words()
    {
        Enum.GetValues<PageText>().ShouldAllBe(key => !key.Say(Language.Spanish, "", "", "").Contains("contraseña", StringComparison.OrdinalIgnoreCase));
        Enum.GetValues<PasswordFault>().Select(FaultWords.Of).Distinct().Count().ShouldBe(Enum.GetValues<PasswordFault>().Length);
    }

    /// <summary>The draft's ten, 0 to 9, each with a sentence of its own.</summary>
    [Fact]
    public void S10_every_outcome_of_a_directorys_policy_has_words()
    {
        Enum.GetValues<PolicyOutcome>().Select(static outcome => (int)outcome).ShouldBe(Enumerable.Range(0, 10));
        Enum.GetValues<PolicyOutcome>().Select(static outcome => FaultWords.Of(outcome).Say(Language.Spanish, "15", "128")).Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
    }
}
