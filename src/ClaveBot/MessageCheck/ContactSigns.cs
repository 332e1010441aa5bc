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

        if (Handle().IsMatch(text) && AsksToCall().IsMatch(text))
            yield return Sign.ForeignContact;
        if ((AsksToCall().IsMatch(text) || (NamesNumber().IsMatch(text) && IsOfInstitute().IsMatch(text))) && Phone().Matches(text).Any(IsForeign))
            yield return Sign.ForeignContact;
    }

    private static bool IsForeign(Match phone)
    {
        var digits = string.Concat(phone.Value.Where(char.IsAsciiDigit));
        return Numbered().IsMatch(digits) && !Known.Contains(digits, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w/])[\w.+-]{1,64}@(?<domain>[\w-]+(?:\.[\w-]+)+)", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w/.=-])\+?\d[\d\s().-]{5,17}\d(?![\w/-])", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Phone();

    // Ecuador's numbers with and without the country's, a local one of seven figures, and any that names another country.
    [GeneratedRegex(@"^(?:0\d{8,9}|593\d{8,9}|[2-7]\d{6}|9\d{8}|1[78]00\d{6}|[1-9]\d{9,12})$", RegexOptions.None, PatienceMilliseconds)]
    private static partial Regex Numbered();

    // The institute answers in no chat of that name.
    [GeneratedRegex(@"(?<![\w.])@\w*iess\w*(?!\.?\w)", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex Handle();

    [GeneratedRegex(@"whats?\s?app|wasap|guasap|\bwsp\b|ll[aá]m[ae]|llame|comun[ií]qu|cont[aá]ct|escr[ií]b|\btelegram\b|\bcall\b|\btext\b|asesor|agente|gestor|solo mensajes", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex AsksToCall();

    // A new number of a relative's is one thing, and one of the institute's another.
    [GeneratedRegex(@"\bn[uú]mero\b|\bcel(?:ular)?\b|\bl[ií]nea\b", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex NamesNumber();

    [GeneratedRegex(@"\biess\b|\bseguro\b|afiliad|jubilad|\bclaves?\b|pr[eé]stamo|tr[aá]mite|turno", RegexOptions.IgnoreCase, PatienceMilliseconds)]
    private static partial Regex IsOfInstitute();
}
