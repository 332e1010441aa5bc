using System.Text.RegularExpressions;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Texts;

/// <summary>Whatever the bot or a page does not do, it says what to do next: the last sentence asks, or holds a word that tells what to do.</summary>
public sealed partial class NextStepsTests
{
    private const string SpanishSteps = """
        abra acepte añada añádale avise ábrala baje busque cambie cámbielo cámbiela cierre compare compárela copie compruebe corrija cuéntelo elija elíjala entre envíe
        escriba escríbala escríbalas escríbalo escríbalos escríbame espere intente inténtelo llame lea marque mire mírelo pida pruebe puede quite quítelo
        responda revise revísela siga toque use vaya vea véala vuelva
        """;

    private const string EnglishSteps = """
        add answer ask call can change check choose close compare correct enter give go keep look open pick press read reload report scroll send take tap tell tick try type
        use wait write
        """;

    /// <summary>By their names: what refuses, fails, is not understood or not read, and every remedy.</summary>
    public static TheoryData<string, Language> Refusals => new(
        from language in Phrases.Languages
        from text in AllTexts.In(language)
        where Named().IsMatch(text.Name) && !Apart.Contains(text.Name)
        select (text.Name, language));

    // Titles, and the line above a list whose every line says what to do.
    private static readonly string[] Apart = ["PageText.RefusedTitle", "PageText.RefusedWhy", "PageText.CodeMissingTitle", "PageText.GoneTitle", "PageText.GoneWhy",
        "PageText.UnavailableTitle", "PageText.NotFoundTitle", "PageText.BadRequestTitle", "PageText.BrokenTitle"];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_ends_with_what_to_do_next(string name, Language language)
    {
        var text = AllTexts.In(language).Single(text => text.Name == name).Text;
        var last = AllTexts.Sentences(text)[^1];
        var steps = (language == Language.Spanish ? SpanishSteps : EnglishSteps).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

        (last.Contains('?') || AllTexts.Words(last).Intersect(steps).Any()).ShouldBeTrue($"{name} ends with «{last.Trim()}».");
    }

    [Fact]
    public void All_that_refuses_is_looked_at() => Refusals.Count.ShouldBeGreaterThan(120);

    [GeneratedRegex("""
        ^DialogueText\.(Got|Remedy|.*NotUnderstood$|.*Failed$|.*Remedies$|.*Blocked$|Stale|TooFast|Paused|Broken|InGroup$|.*Expired(Ask|Meanwhile)$|TroubleOther$|CommunityNone$)
        |^PageText\.(Fault|Refused|Code(Empty|Length|Wrong|Enough|Missing)|Cedula(Empty|Length|Wrong)$|.*Empty$|ConfirmationDiffers|AgreementMissing|MoreTimeFailed|TimeOver|TimeSoonLast
        |NotFoundWhat|BadRequest(What|Cookies)|BrokenAsk|UnavailableAsk|ElsewhereAsk|UnsureTryOld)
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Named();
}
