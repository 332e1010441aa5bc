using System.Net;
using System.Net.Sockets;
using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Mail;
using ClaveBot.PasswordLinks;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace ClaveBot.IntegrationTests.Mail;

public sealed class SmtpMailerTests(SmtpServer server) : IClassFixture<SmtpServer>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 19, 5, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_notice_arrives_as_it_was_written()
    {
        var notice = Notice("Ñusta Prueba", "ana@example.test");
        (await SendAsync(notice)).ShouldBeOfType<SendResult.Sent>();

        var mail = server.MailsFor("ana@example.test").ShouldHaveSingleItem();
        mail.From.Mailboxes.Single().Address.ShouldBe("clave@bot.example.test");
        mail.To.ToString().ShouldBe("ana@example.test");
        mail.Subject.ShouldBe("Su clave se cambió / Your password was changed");
        mail.Date.ShouldBe(Now);
        mail.MessageId.ShouldEndWith("@bot.example.test");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        mail.TextBody.ShouldNotBeNull().ReplaceLineEndings("\n").ShouldBe(notice.Body);
        mail.TextBody.ShouldContain("el martes 3 de marzo de 2026 a las 14:05");
    }

    [Fact]
    public async Task Line_breaks_in_name_and_subject_inject_nothing()
    {
        var notice = Notice("Ana\r\nBcc: espia@example.test\r\n.\r\nMAIL FROM:<x@example.test>", "crlf@example.test");
        await SendAsync(notice with { Subject = "Hola\r\nBcc: espia@example.test\r\n\r\nOtra cosa" });

        var mail = server.MailsFor("crlf@example.test").ShouldHaveSingleItem();
        mail.Bcc.ShouldBeEmpty();
        mail.Subject.ShouldStartWith("Hola  Bcc:");
        mail.TextBody.ShouldStartWith("Hola, Ana  Bcc: espia@example.test  .  MAIL FROM:<x@example.test>:");
        server.MailsFor("espia@example.test").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_recipient_is_undeliverable_and_not_named()
    {
        var result = (await SendAsync(Notice("Ana", "refused@example.test"))).ShouldBeOfType<SendResult.Undeliverable>();
        result.Reason.ShouldBe("the mail server refused it for good (550)");
    }

    [Fact]
    public async Task A_refused_mail_is_undeliverable() =>
        (await SendAsync(Notice("Ana", "ana2@example.test") with { Subject = "spam" })).ShouldBeOfType<SendResult.Undeliverable>();

    [Fact]
    public async Task Come_again_is_tried_again() =>
        (await SendAsync(Notice("Ana", "later@example.test"))).ShouldBe(new SendResult.Retry(null, "the mail server refused it for now (451)"));

    [Fact]
    public async Task A_refused_sender_is_the_operator_s_to_mend_and_loses_no_notice() =>
        (await SendAsync(Notice("Ana", "ana3@example.test"), mail => mail.From = "clave@refused.test")).ShouldBeOfType<SendResult.Retry>();

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        using var unused = new Socket(SocketType.Stream, ProtocolType.Tcp);
        unused.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)unused.LocalEndPoint!).Port;
        (await SendAsync(Notice("Ana", "ana4@example.test"), mail => mail.Port = port)).ShouldBeOfType<SendResult.Retry>();
    }

    [Fact]
    public async Task A_server_that_takes_no_login_is_tried_again_and_the_password_not_told()
    {
        var result = (await SendAsync(Notice("Ana", "ana5@example.test"), mail => (mail.User, mail.Password) = ("bot", "canary-password"))).ShouldBeOfType<SendResult.Retry>();
        result.Reason.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_silent_server_is_given_up_after_ten_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = new FakeTimeProvider(Now);
        var sending = SendAsync(Notice("Ana", "ana6@example.test"), mail => mail.Port = ((IPEndPoint)silent.LocalEndpoint).Port, clock);
        using var accepted = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(9));
        sending.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(2));

        (await sending).ShouldBe(new SendResult.Retry(null, "the mail server did not answer within 10 s"));
    }

    private static MailMessage Notice(string name, string to) =>
        new ClaveChangedNotice(new ClaveBotSettings()).For(new Settlement(default, new Person(Cedula.TryParse("1700000001", out var cedula) ? cedula : throw new InvalidOperationException(), name, [to]), Now)).Single();

    private async Task<SendResult> SendAsync(MailMessage message, Action<MailSettings>? change = null, TimeProvider? clock = null)
    {
        var settings = new ClaveBotSettings { PublicUrl = "https://bot.example.test", Mail = new MailSettings { Host = "127.0.0.1", Port = server.Port } };
        change?.Invoke(settings.Mail);
        await using var services = new ServiceCollection()
            .AddSingleton(settings).AddSingleton(clock ?? new FakeTimeProvider(Now)).AddMail().BuildServiceProvider();
        return await services.GetRequiredService<IMailer>().SendAsync(message, TestContext.Current.CancellationToken);
    }
}
