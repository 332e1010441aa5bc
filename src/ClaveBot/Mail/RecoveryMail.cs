using ClaveBot.Accounts;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Mail;

/// <summary>The mail with the code: what it is for, until when, and never to tell it to anybody. Its subject, which phones show when locked, holds no code.</summary>
public sealed class RecoveryMail(ClaveBotSettings settings)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>One mail for each address on file; none when there are none.</summary>
    public IReadOnlyList<MailMessage> For(Person person, string code, DateTimeOffset until)
    {
        var subject = BothLanguages.Subject(MailText.CodeSubject);
        var body = BothLanguages.Body(language =>
        [
            MailText.Greeting.Say(language, OneLine.Of(person.Name)),
            MailText.Code.Say(language, RecoveryCode.Spaced(code)),
            MailText.CodeUntil.Say(language, TimeZoneInfo.ConvertTime(until, zone)),
            MailText.CodeTellNobody.Say(language),
            MailText.CodeNotYou.Say(language),
            MailText.Farewell.Say(language),
        ]);
        return [.. person.Mails.Distinct(StringComparer.OrdinalIgnoreCase).Select(to => new MailMessage(to, subject, body))];
    }
}
