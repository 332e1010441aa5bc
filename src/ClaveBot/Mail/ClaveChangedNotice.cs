using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Mail;

/// <summary>Tells every address on file that the clave changed: that, when, and what to do if it was somebody else. Never what it is, and no link.</summary>
public sealed class ClaveChangedNotice(ClaveBotSettings settings)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>One mail for each address of <paramref name="settlement"/>; none when there are none.</summary>
    public IReadOnlyList<MailMessage> For(Settlement settlement)
    {
        var at = TimeZoneInfo.ConvertTime(settlement.ChangedAt, zone);
        var subject = BothLanguages.Subject(MailText.ClaveChangedSubject);
        var body = BothLanguages.Body(language =>
        [
            MailText.Greeting.Say(language, OneLine.Of(settlement.Person.Name)),
            MailText.ClaveChanged.Say(language, at),
            MailText.ClaveChangedByYou.Say(language),
            MailText.ClaveChangedByAnother.Say(language),
            MailText.Farewell.Say(language),
        ]);
        return [.. settlement.Person.Mails.Distinct(StringComparer.OrdinalIgnoreCase).Select(to => new MailMessage(to, subject, body))];
    }
}
