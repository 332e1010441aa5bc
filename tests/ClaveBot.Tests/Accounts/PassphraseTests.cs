using System.Text.RegularExpressions;
using ClaveBot.Accounts;

namespace ClaveBot.Tests.Accounts;

public sealed class PassphraseTests
{
    /// <summary>A person whose every name is a word of the list, and has words of it in the e-mail too.</summary>
    private static readonly Person Wordy = new(People.AnasCedula, "Paloma Aurora Coral Perla Del Campo Rosado", ["mesa.cielo@example.test"]);

    [Fact]
    public void The_list_has_2048_plain_words_so_four_are_44_bits()
    {
        Passphrase.Words.Distinct(StringComparer.Ordinal).Count().ShouldBe(2048);
        Passphrase.Words.ShouldAllBe(word => Regex.IsMatch(word, "^[a-z]{4,8}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Passphrase.Words.ShouldBe(Passphrase.Words.Order(StringComparer.Ordinal));
        (Passphrase.LeastWords * Math.Log2(Passphrase.Words.Count)).ShouldBe(44);
    }

    [Fact]
    public void No_two_words_differ_in_their_ending_alone() =>
        Passphrase.Words.GroupBy(word => Regex.Replace(word, "(es|[aeos])$", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), StringComparer.Ordinal)
            .Where(group => group.Count() > 1).Select(group => string.Join(' ', group)).ShouldBeEmpty();

    [Fact]
    public void No_word_is_among_the_common_ones() => Passphrase.Words.Intersect(CommonPasswords.Words, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void S9_an_offered_phrase_is_always_taken()
    {
        var rules = PasswordRules.Shipped;
        for (var i = 0; i < 300; i++)
        {
            var phrase = Passphrase.Make(rules, new Person(People.AnasCedula, "", []), new PasswordLimits()).ShouldNotBeNull();
            phrase.Split(' ').Length.ShouldBe(Passphrase.LeastWords);
            Passphrase.IsOne(phrase).ShouldBeTrue();
            rules.Check(new Secret(phrase), new Secret(Sqlite.DirectoryOnDisk.AnasClave), Wordy, new PasswordLimits()).ShouldBeNull(phrase);
        }
    }

    [Fact]
    public void S9_every_word_comes_up_about_as_often()
    {
        var counts = Enumerable.Range(0, 5_000).SelectMany(_ => Passphrase.Draw(Passphrase.LeastWords).Split(' '))
            .CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        // 20,000 draws of 2048: 9.8 each. A fair draw leaves out a word with a probability of 0.00006, and gives none more than 40.
        counts.Count.ShouldBeGreaterThan(2040);
        counts.Values.Max().ShouldBeLessThan(40);
    }

    [Fact]
    public void A_directory_that_demands_more_gets_more_words()
    {
        var limits = new PasswordLimits(MinLength: 45);
        Passphrase.Make(PasswordRules.Shipped, Wordy, limits).ShouldNotBeNull().Length.ShouldBeInRange(45, limits.MaxLength);
    }

    [Fact]
    public void None_is_offered_where_none_has_room() =>
        Passphrase.Make(PasswordRules.Shipped, Wordy, new PasswordLimits(MinLength: 15, MaxLength: 15)).ShouldBeNull();

    [Theory]
    [InlineData("abeja abrazo abuelo")]
    [InlineData("abeja abrazo abuelo caballito")]
    [InlineData("abeja  abrazo abuelo aceite")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Passphrase.IsOne(text).ShouldBeFalse();
}
