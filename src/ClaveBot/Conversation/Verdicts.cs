using ClaveBot.MessageCheck;
using ClaveBot.Texts;
using static ClaveBot.Texts.DialogueText;

namespace ClaveBot.Conversation;

/// <summary>What is said of a judged message: the verdict, what told most, and what to do now. Never that it is safe.</summary>
internal static class Verdicts
{
    private const int SignsSaid = 3;

    /// <summary>One paragraph.</summary>
    public static string Of(CheckedMessage judged, Sentences sentences, Language language)
    {
        var (verdict, advice) = judged.Verdict switch
        {
            MessageVerdict.Suspicious => (VerdictSuspicious, AdviceSuspicious),
            MessageVerdict.Official => (VerdictOfficial, AdviceOfficial),
            _ => (VerdictUnsure, AdviceUnsure),
        };
        // Of a message that is a bait its one true link is no sign worth telling; and an official link is all that its verdict says.
        var signs = judged.Signs.Where(sign => sign != Sign.OfficialLink).OrderByDescending(static sign => sign.IsBad()).Take(SignsSaid).Select(Words);
        return string.Join(' ', signs.Prepend(verdict).Append(advice).Select(key => sentences.Say(key, language)));
    }

    /// <summary>The sentence of a sign.</summary>
    public static DialogueText Words(Sign sign) => sign switch
    {
        Sign.OfficialLink => VerdictOfficial,
        Sign.LookalikeHost => SignLookalikeHost,
        Sign.HiddenHost => SignHiddenHost,
        Sign.DeceptiveLetters => SignDeceptiveLetters,
        Sign.OddAddress => SignOddAddress,
        Sign.AnonymousHost => SignAnonymousHost,
        Sign.Download => SignDownload,
        Sign.ForeignContact => SignForeignContact,
        Sign.AsksForSecret => SignAsksForSecret,
        Sign.Money => SignMoney,
        Sign.Pressure => SignPressure,
        Sign.OtherLink => SignOtherLink,
        Sign.Unprotected => SignUnprotected,
        Sign.Threat => SignThreat,
        Sign.Hurry => SignHurry,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "No such sign."),
    };
}
