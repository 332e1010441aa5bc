using ClaveBot.Conversation;
using ClaveBot.MessageCheck;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Conversation;

public sealed class VerdictsTests
{
    /// <summary>In characters; the step in one line follows.</summary>
    private const int Longest = 350;

    private static readonly Sentences Said = new(new() { PublicUrl = "https://clave.example.test" });

    [Theory]
    [InlineData(Language.Spanish, "seguro", "confiable", "confíe")]
    [InlineData(Language.English, "safe", "trust")]
    public void Nothing_is_ever_called_safe(Language language, params string[] words)
    {
        foreach (var said in Enum.GetValues<Sign>().Select(sign => Said.Say(Verdicts.Words(sign), language)).Concat(All(language)))
            words.Where(word => said.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(said);
    }

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void What_is_said_of_a_message_is_short(Language language) => All(language).Where(said => said.Length > Longest).ShouldBeEmpty();

    [Fact]
    public void The_worst_is_said_first_and_no_more_than_three()
    {
        var said = Verdicts.Of(new(MessageVerdict.Suspicious, [Sign.OfficialLink, Sign.LookalikeHost, Sign.AsksForSecret, Sign.Money, Sign.Hurry]), Said, Language.Spanish);

        said.ShouldContain(Said.Say(DialogueText.SignMoney, Language.Spanish));
        said.ShouldNotContain(Said.Say(DialogueText.SignHurry, Language.Spanish));
        said.ShouldNotContain(Said.Say(DialogueText.VerdictOfficial, Language.Spanish));
    }

    // The longest there can be: any three signs.
    private static IEnumerable<string> All(Language language) =>
        from verdict in Enum.GetValues<MessageVerdict>()
        from first in Enum.GetValues<Sign>()
        from second in Enum.GetValues<Sign>()
        from third in Enum.GetValues<Sign>()
        where first < second && second < third
        select Verdicts.Of(new(verdict, [first, second, third]), Said, language);
}
