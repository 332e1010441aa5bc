using System.Text.RegularExpressions;

namespace ClaveBot.MessageCheck;

/// <summary>Whom a message wants to be answered: addresses and numbers that are not the institute's.</summary>
internal static partial class ContactSigns
{
    private const int PatienceMilliseconds = 2_000;

    // Call centre, complaints (WhatsApp), police.
    private static readonly string[] Known = ["140", "593962532338", "0962532338", "1800335486"];

    public static IEnumerable<Sign> Of(string text)
    {
        foreach (Match mail in Mail().Matches(text))
        {
            var domain = mail.Groups["domain"].Value.ToLowerInvariant();
            if (domain == PastedLink.OfficialDomain || domain.EndsWith("." + PastedLink.OfficialDomain, StringComparison.Ordinal))
                continue;
            var isBait = LinkSigns.IsLookalike(domain) || mail.Value.Contains(PastedLink.OfficialDomain, StringComparison.OrdinalIgnoreCase) || (domain.IsIn(HostNames.FreeMail) && mail.Value.Contains("iess", StringComparison.OrdinalIgnoreCase));
            yield return isBait ? Sign.LookalikeHost : Sign.OtherLink;
        }

        if (AsksToCall().IsMatch(text) && Phone().Matches(text).Any(IsForeign))
            yield return Sign.ForeignContact;
    }

    private static bool IsForeign(Match phone)
    {
        var digits = string.Concat(phone.Value.Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 13 && !Known.Contains(digits, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w/])[\w.+-]{1,64}@(?<domain>[\w-]+(?:\.[\w-]+)+)", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w/.=-])\+?\d[\d\s().-]{5,17}\d(?![\w/-])", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Phone();

    [GeneratedRegex(@"whats?\s?app|wasap|guasap|\bwsp\b|ll[aá]m[ae]|llame|comun[ií]qu|cont[aá]ct|escr[ií]b|\btelegram\b|\bn[uú]mero\b|\bcall\b|\btext\b|\bcel(?:ular)?\b|asesor|agente|gestor", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex AsksToCall();
}
