using ClaveBot.Demo.Store;
using ClaveBot.Mail;
using ClaveBot.Settings;

namespace ClaveBot.IntegrationTests.Mail;

/// <summary>Mails hold names and codes: they go to another machine under TLS or not at all.</summary>
public sealed class MailCheckupTests(SmtpServer server) : IClassFixture<SmtpServer>
{
    private MailSettings Settings => new() { Host = "127.0.0.1", Port = server.Port };

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("LOCALHOST", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("::1", false)]
    [InlineData("10.0.0.7", true)]
    [InlineData("smtp.example.test", true)]
    [InlineData("localhost.example.test", true)]
    public void Only_a_server_on_this_machine_may_do_without_TLS(string host, bool needsTls) =>
        SmtpDoor.NeedsTls(new() { Host = host }).ShouldBe(needsTls);

    [Fact]
    public async Task A_server_elsewhere_that_offers_no_TLS_is_an_error_with_a_cure()
    {
        var verdict = await MailCheckup.LookAsync(Settings, needsTls: true, TestContext.Current.CancellationToken);

        verdict.Error.ShouldNotBeNull().Key.ShouldBe("Mail:Host");
        verdict.Error.Problem.ShouldContain("no TLS");
    }

    [Fact]
    public async Task The_same_server_on_this_machine_is_good() =>
        (await MailCheckup.LookAsync(Settings, TestContext.Current.CancellationToken)).ShouldBe(new MailVerdict(null));

    [Fact]
    public async Task A_server_that_is_away_is_no_error() =>
        (await MailCheckup.LookAsync(new() { Host = "127.0.0.1", Port = FreePort.Find() }, TestContext.Current.CancellationToken)).ShouldBe(new MailVerdict(null, IsAway: true));
}
