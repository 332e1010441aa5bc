using ClaveBot.Accounts;
using ClaveBot.Mail;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Mail;

public class ClaveChangedNoticeTests
{
    private readonly ClaveChangedNotice notice = new(new ClaveBotSettings());

    [Fact]
    public void Says_that_and_when_it_changed_in_the_people_s_time_zone()
    {
        var mail = For("Ana Prueba", "ana@example.test").ShouldHaveSingleItem();
        mail.To.ShouldBe("ana@example.test");
        mail.Subject.ShouldBe("Su clave se cambió / Your password was changed");
        mail.Body.ShouldContain("Hola, Ana Prueba:");
        mail.Body.ShouldContain("se cambió el martes 3 de marzo de 2026 a las 23:05.");
    }

    /// <summary>Whoever made the change may be a thief: the language of that chat decides nothing.</summary>
    [Fact]
    public void Says_it_in_Spanish_first_and_then_in_English()
    {
        var body = For("Ana Prueba", "ana@example.test").Single().Body;
        body.ShouldContain("Hello, Ana Prueba:");
        body.ShouldContain("was changed on Tuesday, March 3, 2026 at 23:05.");
        body.ShouldContain("If it was not you");
        body.IndexOf("Si no fue usted", StringComparison.Ordinal).ShouldBeLessThan(body.IndexOf("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_what_to_do_and_holds_no_link()
    {
        var body = For("Ana Prueba", "ana@example.test").Single().Body;
        body.ShouldContain("Si no fue usted");
        body.ShouldContain("1800 DELITO (1800 335 486)");
        body.ShouldNotContain("http");
        body.ShouldNotContain("www");
    }

    [Fact]
    public void Goes_once_to_every_address_on_file() =>
        For("Ana Prueba", "ana@example.test", "otra@example.test", "ANA@example.test").Select(mail => mail.To).ShouldBe(["ana@example.test", "otra@example.test"]);

    [Fact]
    public void Nobody_without_mail_gets_one() => For("Ana Prueba").ShouldBeEmpty();

    [Theory]
    [InlineData("Ana\r\nBcc: x@example.test\r\n\r\nHola", "Hola, Ana  Bcc: x@example.test    Hola:\n")]
    [InlineData("Ana\u2028Prueba\u0000", "Hola, Ana Prueba:\n")]
    [InlineData("{0} {1}", "Hola, {0} {1}:\n")]
    public void A_name_stays_on_its_line(string name, string greeting) =>
        For(name, "ana@example.test").Single().Body.ShouldStartWith(greeting);

    private IReadOnlyList<MailMessage> For(string name, params string[] mails) =>
        notice.For(new Settlement(default, new Person(Cedula.TryParse("1700000001", out var cedula) ? cedula : throw new InvalidOperationException(), name, mails), new DateTimeOffset(2026, 3, 4, 4, 5, 0, TimeSpan.Zero)));
}
