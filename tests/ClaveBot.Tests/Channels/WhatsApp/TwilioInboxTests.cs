using System.Globalization;
using System.Text.Json;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class TwilioInboxTests
{
    private static readonly DateTimeOffset From = new(2030, 1, 7, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_pages_are_read_until_a_message_is_too_old_and_given_oldest_first()
    {
        await using var server = await RecordingServer.StartAsync(
            Page("/2010-04-01/next?Page=1", At("c", 30), At("b", 20)), Page("/2010-04-01/next?Page=2", At("a", 10), At("old", -10)));

        var missed = await Inbox(server).SinceAsync(From, TestContext.Current.CancellationToken);

        missed.Select(message => message.Message.Id.Value).ShouldBe(["a", "b", "c"]);
        missed[0].At.ShouldBe(From.AddSeconds(10));
        server.Requests.Select(request => request.Path).ShouldBe(["/2010-04-01/Accounts/AC01/Messages.json", "/2010-04-01/next"]);
    }

    [Fact]
    public async Task Credentials_follow_a_page_to_no_other_server()
    {
        await using var other = await RecordingServer.StartAsync(Page(null));
        await using var server = await RecordingServer.StartAsync(Page(other.Url + "/2010-04-01/next", At("a", 10)));

        await Should.ThrowAsync<HttpRequestException>(() => Inbox(server).SinceAsync(From, TestContext.Current.CancellationToken));

        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_are_words_and_anything_else_cannot_be_read()
    {
        await using var server = await RecordingServer.StartAsync(Page(null, At("file", 3, body: "mire", media: "1"), At("empty", 2, body: ""), At("text", 1), At("ours", 0, direction: "outbound-api")));

        var missed = await Inbox(server).SinceAsync(From, TestContext.Current.CancellationToken);

        missed.Select(message => message.Message.Content).ShouldBe(
        [
            new IncomingContent.Text("hola"), new IncomingContent.Unsupported(UnsupportedKind.Other, ""), new IncomingContent.Unsupported(UnsupportedKind.Other, "mire"),
        ]);
        missed.ShouldAllBe(message => message.Message.Id.Copy == message.Message.Id.Value);
        missed[0].Message.Chat.ShouldBe(new ChatAddress(Channel.WhatsApp, "whatsapp:+593990000001"));
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(500, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"messages":null}""")]
    public async Task No_list_is_not_an_empty_list(int status, string body)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(status, body));

        await Should.ThrowAsync<HttpRequestException>(() => Inbox(server).SinceAsync(From, TestContext.Current.CancellationToken));
    }

    private static object At(string sid, int seconds, string body = "hola", string media = "0", string direction = "inbound") => new
    {
        sid,
        body,
        direction,
        from = "whatsapp:+593990000001",
        num_media = media,
        date_created = From.AddSeconds(seconds).ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
    };

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Page(string? next, params object[] messages) =>
        RecordingServer.Json(200, JsonSerializer.Serialize(new { messages, next_page_uri = next }));

    private static TwilioInbox Inbox(RecordingServer server) => new(
        new WhatsAppSettings { AccountSid = "AC01", AuthToken = "made-up-token", From = "+593990000000", ApiUrl = server.Url },
        Samples.Patient().Client, TimeProvider.System);
}
