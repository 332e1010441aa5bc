using ClaveBot.Accounts;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Mail;

/// <summary>Tells every address on file that the account was frozen, and where to go. No link.</summary>
public sealed class AccountFrozenNotice(ClaveBotSettings settings)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>One mail for each address of <paramref name="person"/>; none when there are none.</summary>
    public IReadOnlyList<MailMessage> For(Person person, DateTimeOffset frozenAt)
    {
        var subject = BothLanguages.Subject(MailText.AccountFrozenSubject);
        var body = BothLanguages.Body(language =>
        [
            MailText.Greeting.Say(language, OneLine.Of(person.Name)),
            MailText.AccountFrozen.Say(language, TimeZoneInfo.ConvertTime(frozenAt, zone)),
            MailText.AccountFrozenWhere.Say(language),
            MailText.Farewell.Say(language),
        ]);
        return [.. person.Mails.Distinct(StringComparer.OrdinalIgnoreCase).Select(to => new MailMessage(to, subject, body))];
    }
}
