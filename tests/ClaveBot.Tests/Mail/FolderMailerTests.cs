using ClaveBot.Channels;
using ClaveBot.Mail;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace ClaveBot.Tests.Mail;

public sealed class FolderMailerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clavebot-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 3, 19, 5, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Writes_a_mail_that_any_program_can_read()
    {
        (await SendAsync(new MailMessage("ana@example.test", "Su clave se cambió", "Hola, Ñusta\n"))).ShouldBeOfType<SendResult.Sent>();

        var mail = await MimeMessage.LoadAsync(Files().ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
        mail.To.ToString().ShouldBe("ana@example.test");
        mail.From.Mailboxes.Single().Address.ShouldBe("clave@bot.example.test");
        mail.Subject.ShouldBe("Su clave se cambió");
        mail.Date.ShouldBe(clock.GetUtcNow());
        mail.MessageId.ShouldEndWith("@bot.example.test");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        var type = mail.Body.ShouldNotBeNull().ContentType;
        (type.MimeType, type.Charset).ShouldBe(("text/plain", "utf-8"));
        mail.TextBody.ShouldNotBeNull().ReplaceLineEndings("\n").ShouldBe("Hola, Ñusta\n");
    }

    [Fact]
    public async Task Names_sort_by_time()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(new MailMessage("ana@example.test", $"{i}", ""));
            clock.Advance(TimeSpan.FromMilliseconds(700));
        }

        var subjects = Files().Order(StringComparer.Ordinal).Select(path => MimeMessage.Load(path, TestContext.Current.CancellationToken).Subject);
        subjects.ShouldBe(["0", "1", "2", "3", "4"]);
    }

    [Fact]
    public async Task Leaves_nothing_unfinished_behind()
    {
        await SendAsync(new MailMessage("ana@example.test", "Hola", ""));
        Directory.GetFiles(folder).ShouldAllBe(path => path.EndsWith(".eml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@example.test, otra@example.test")]
    [InlineData("Ana <ana@example.test>")]
    [InlineData("ana@example.test\r\nBcc: otra@example.test")]
    public async Task What_is_no_address_is_never_sent_to(string to)
    {
        var refused = (await SendAsync(new MailMessage(to, "Hola", ""))).ShouldBeOfType<SendResult.Undeliverable>();
        refused.Reason.ShouldNotContain("ana");
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subject_begins_no_other_header()
    {
        await SendAsync(new MailMessage("ana@example.test", "Hola\r\nBcc: otra@example.test", ""));
        var mail = await MimeMessage.LoadAsync(Files().Single(), TestContext.Current.CancellationToken);
        mail.Bcc.ShouldBeEmpty();
        mail.Subject.ShouldBe("Hola  Bcc: otra@example.test");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "", TestContext.Current.CancellationToken);
        (await SendAsync(new MailMessage("ana@example.test", "Hola", ""), "file")).ShouldBeOfType<SendResult.Retry>();
    }

    private string[] Files() => Directory.GetFiles(folder, "*.eml");

    private async Task<SendResult> SendAsync(MailMessage message, string inside = "")
    {
        var settings = new ClaveBotSettings { PublicUrl = "https://bot.example.test/", Mail = new MailSettings { Folder = Path.Combine(folder, inside) } };
        await using var services = new ServiceCollection().AddSingleton(settings).AddSingleton<TimeProvider>(clock).AddMail().BuildServiceProvider();
        return await services.GetRequiredService<IMailer>().SendAsync(message, TestContext.Current.CancellationToken);
    }
}
