using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Settings;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class WhatsAppSenderTests
{
    private const string Accepted = """{"sid":"SM00000000000000000000000000000001","status":"queued","error_code":null}""";

    private const string AlertSid = "HX00000000000000000000000000000001";
    private const string ButtonsSid = "HX00000000000000000000000000000002";

    private static readonly DateTimeOffset Now = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly OutgoingMessage Plain = Samples.To(Channel.WhatsApp, "whatsapp:+593990000001", "Sí", "No");

    [Fact]
    public async Task A_message_is_one_form_post_with_basic_authentication()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(201, Accepted));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Sent>();

        var request = server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json");
        request.ContentType.ShouldBe("application/x-www-form-urlencoded");
        Encoding.UTF8.GetString(Convert.FromBase64String(AuthenticationHeaderValue.Parse(request.Authorization).Parameter!))
            .ShouldBe("AC00000000000000000000000000000001:made-up-token");
        var form = QueryHelpers.ParseQuery(request.Body);
        form.Keys.Order(StringComparer.Ordinal).ShouldBe(["Body", "From", "StatusCallback", "To"]);
        form["From"].ToString().ShouldBe("whatsapp:+593990000000");
        form["To"].ToString().ShouldBe("whatsapp:+593990000001");
        form["Body"].ToString().ShouldBe("Hola, ¿en qué le ayudo?\n\n1. Sí\n2. No");
        form["StatusCallback"].ToString().ShouldBe("https://bot.example.test/webhooks/whatsapp/status?t=946684800000");
    }

    [Fact]
    public async Task Where_Twilio_has_buttons_the_options_are_not_in_the_text()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(201, Accepted));

        await Sender(server, catalog: WithButtons()).SendAsync(Plain with { Text = "¿Es 'esto'?", Link = Samples.Link }, TestContext.Current.CancellationToken);

        var form = QueryHelpers.ParseQuery(server.Requests.ShouldHaveSingleItem().Body);
        form.ContainsKey("Body").ShouldBeFalse();
        form["ContentSid"].ToString().ShouldBe(ButtonsSid);
        var values = JsonNode.Parse(form["ContentVariables"]!)!.AsObject();
        values.Select(value => (string)value.Value!).ShouldBe(
            ["¿Es ’esto’?\n\nCambiar mi clave: https://bot.example.test/c/AbC-_123", "Sí", "menu.1.0", "No", "menu.1.1"]);
        form["ContentVariables"].ToString().ShouldNotContain('\'');
    }

    [Theory]
    [InlineData(21655)]
    [InlineData(21656)]
    [InlineData(63021)]
    public async Task Buttons_that_Twilio_does_not_take_are_numbered_instead_and_not_tried_again(int code)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(400, Error(code, 400)), RecordingServer.Json(201, Accepted));
        var sender = Sender(server, catalog: WithButtons());

        (await sender.SendAsync(Plain, TestContext.Current.CancellationToken)).ShouldBeOfType<SendResult.Sent>();
        (await sender.SendAsync(Plain, TestContext.Current.CancellationToken)).ShouldBeOfType<SendResult.Sent>();

        server.Requests.Select(request => QueryHelpers.ParseQuery(request.Body).ContainsKey("ContentSid")).ShouldBe([true, false, false]);
    }

    [Theory]
    [InlineData(63014)]
    [InlineData(63016)]
    [InlineData(21610)]
    public async Task A_person_who_takes_nothing_does_not_get_it_in_another_form(int code)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(400, Error(code, 400)));

        (await Sender(server, catalog: WithButtons()).SendAsync(Plain, TestContext.Current.CancellationToken)).ShouldBeOfType<SendResult.Undeliverable>();

        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(-1, TemplateKind.Alert, "body")]
    [InlineData(-1, null, "body")]
    [InlineData(0, TemplateKind.Alert, "template")]
    [InlineData(0, TemplateKind.Reminder, "nothing")]
    [InlineData(0, null, "nothing")]
    public async Task Into_a_closed_chat_goes_an_approved_template_or_nothing(int minutes, TemplateKind? kind, string what)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(201, Accepted));
        var closesAt = Now - TimeSpan.FromMinutes(minutes * 10);
        var message = Plain with { OpenUntil = closesAt, Template = kind is { } known ? new(known, ["Se cambió\n su  'clave'.", " "]) : null };

        var result = await SendAsync(server, message);

        if (what == "nothing")
        {
            result.ShouldBeOfType<SendResult.Undeliverable>().Unreachable.ShouldBeFalse();
            server.Requests.ShouldBeEmpty();
            return;
        }

        result.ShouldBeOfType<SendResult.Sent>();
        var form = QueryHelpers.ParseQuery(server.Requests.ShouldHaveSingleItem().Body);
        form.ContainsKey("Body").ShouldBe(what == "body");
        if (what == "template")
        {
            form["ContentSid"].ToString().ShouldBe(AlertSid);
            JsonNode.Parse(form["ContentVariables"]!)!.AsObject().Select(value => (string)value.Value!).ShouldBe(["Se cambió su ’clave’.", "–"]);
        }
    }

    [Fact]
    public async Task A_template_goes_out_a_little_before_the_chat_closes()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(201, Accepted));

        await SendAsync(server, Plain with { OpenUntil = Now + TimeSpan.FromMinutes(4), Template = new(TemplateKind.Alert, ["Aviso"]) });
        await SendAsync(server, Plain with { OpenUntil = Now + TimeSpan.FromMinutes(4), Template = new(TemplateKind.Person, ["Aviso"]) });

        server.Requests.Select(request => QueryHelpers.ParseQuery(request.Body).ContainsKey("ContentSid")).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Somebody_without_a_number_is_addressed_by_what_Twilio_sent()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(201, Accepted));

        await SendAsync(server, Plain with { To = new ChatAddress(Channel.WhatsApp, "EC.1234567890") });

        QueryHelpers.ParseQuery(server.Requests.ShouldHaveSingleItem().Body)["To"].ToString().ShouldBe("whatsapp:EC.1234567890");
    }

    [Theory]
    [InlineData(63014)]
    [InlineData(63024)]
    [InlineData(21610)]
    [InlineData(63016)]
    [InlineData(63021)]
    [InlineData(21617)]
    public async Task What_will_never_be_accepted_is_undeliverable(int code)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(400, Error(code, 400)));

        var reason = (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Undeliverable>().Reason;

        reason.ShouldContain(code.ToString(provider: null));
        reason.ShouldNotContain("+593");
    }

    [Theory]
    [InlineData(400, 63018)]
    [InlineData(400, 63017)]
    [InlineData(429, 20429)]
    [InlineData(429, 0)]
    [InlineData(401, 20003)]
    [InlineData(500, 20500)]
    [InlineData(503, 0)]
    public async Task What_may_be_accepted_later_is_tried_again_but_not_here(int status, int code)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(status, code == 0 ? "<html>" : Error(code, status)));

        var retry = (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Retry>();

        retry.After.ShouldBeNull();
        retry.Reason.ShouldNotContain("+593");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Sat, 01 Jan 2000 00:01:00 GMT", 60)]
    public async Task Twilios_wish_how_long_to_wait_is_passed_on(string header, int seconds)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(429, Error(20429, 429), header));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Retry>().After.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_cut_or_hanging_connection_is_tried_again()
    {
        await using var cut = await RecordingServer.StartAsync(RecordingServer.Cut);
        await using var hanging = await RecordingServer.StartAsync(RecordingServer.Hang);

        (await SendAsync(cut, Plain)).ShouldBeOfType<SendResult.Retry>();
        (await SendAsync(hanging, Plain, Samples.Impatient())).ShouldBeOfType<SendResult.Retry>().Reason.ShouldContain("in time");
    }

    [Theory]
    [InlineData(63014, true)]
    [InlineData(21610, true)]
    [InlineData(63024, true)]
    [InlineData(63016, false)]
    [InlineData(63021, false)]
    public async Task Who_takes_nothing_any_more_is_told_apart(int code, bool unreachable)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(400, Error(code, 400)));

        (await SendAsync(server, Plain)).ShouldBeOfType<SendResult.Undeliverable>().Unreachable.ShouldBe(unreachable);
    }

    [Fact]
    public async Task Only_a_request_that_was_read_may_have_been_accepted()
    {
        await using var cut = await RecordingServer.StartAsync(RecordingServer.Cut);
        await using var failing = await RecordingServer.StartAsync(RecordingServer.Json(500, Error(20500, 500)));
        await using var busy = await RecordingServer.StartAsync(RecordingServer.Json(429, Error(20429, 429)));
        var gone = await RecordingServer.StartAsync(RecordingServer.Cut);
        var sender = Sender(gone);
        await gone.DisposeAsync();

        (await SendAsync(cut, Plain)).ShouldBeOfType<SendResult.Retry>().MayBeSent.ShouldBeTrue();
        (await SendAsync(failing, Plain)).ShouldBeOfType<SendResult.Retry>().MayBeSent.ShouldBeTrue();
        (await SendAsync(busy, Plain)).ShouldBeOfType<SendResult.Retry>().MayBeSent.ShouldBeFalse();
        (await sender.SendAsync(Plain, TestContext.Current.CancellationToken)).ShouldBeOfType<SendResult.Retry>().MayBeSent.ShouldBeFalse();
    }

    [Theory]
    [InlineData("the same words, newer than what we know of", "B0 same 10:00:05|A0 same 10:00:00", 0xA0, true)]
    [InlineData("the same words, but that is what we know of", "A0 same 10:00:05", 0xA0, false)]
    [InlineData("the same words, but older than what we know of", "A0 other 10:00:05|B0 same 10:00:04", 0xA0, false)]
    [InlineData("other words", "B0 other 10:00:05|A0 same 10:00:00", 0xA0, false)]
    [InlineData("nothing known, the same words", "B0 same 10:00:05", 0, true)]
    [InlineData("nothing known, the same words of another day", "B0 same 08:00:00", 0, false)]
    [InlineData("nothing there", "", 0, false)]
    public async Task What_may_have_been_sent_is_looked_for_among_what_is_newer(string what, string listed, byte known, bool found)
    {
        const string Zeros = "00000000000000000000000000";
        var messages = listed.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(message => message.Split(' ')).Select(message => new
        {
            sid = $"SM{Zeros[..14]}{message[0]}{Zeros[..16]}",
            body = message[1] == "same" ? WhatsAppText.Of(Plain) : "Otra cosa",
            direction = "outbound-api",
            date_created = $"Mon, 07 Jan 2030 {message[2]} +0000",
        });
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(200, System.Text.Json.JsonSerializer.Serialize(new { messages })));

        var result = await Sender(server).FindAsync(Plain, new DateTimeOffset(2030, 1, 7, 10, 0, 3, TimeSpan.Zero), known, TestContext.Current.CancellationToken);

        (result is SendResult.Sent).ShouldBe(found, what);
        server.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(429, true)]
    [InlineData(404, false)]
    public async Task When_Twilio_cannot_tell_now_it_is_asked_again_and_when_it_never_will_it_is_sent(int status, bool again)
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Json(status, "{}"));

        var result = await Sender(server).FindAsync(Plain, DateTimeOffset.UnixEpoch, 0, TestContext.Current.CancellationToken);

        (result is SendResult.Retry).ShouldBe(again);
        (result is null).ShouldBe(!again);
    }

    [Fact]
    public async Task Stopping_is_not_an_answer()
    {
        await using var server = await RecordingServer.StartAsync(RecordingServer.Hang);
        using var stop = new CancellationTokenSource();
        var sending = Sender(server).SendAsync(Plain, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    private static ContentCatalog WithButtons()
    {
        var catalog = new ContentCatalog();
        catalog.Add(ContentTemplate.For(Plain)!, ButtonsSid);
        return catalog;
    }

    private static string Error(int code, int status) =>
        $$"""{"code":{{code}},"message":"about +593990000001","more_info":"https://www.example.test","status":{{status}}}""";

    private static Task<SendResult> SendAsync(RecordingServer server, OutgoingMessage message, ChannelHttp? http = null) =>
        Sender(server, http).SendAsync(message, TestContext.Current.CancellationToken);

    private static WhatsAppSender Sender(RecordingServer server, ChannelHttp? http = null, ContentCatalog? catalog = null)
    {
        var settings = new ClaveBotSettings
        {
            PublicUrl = "https://bot.example.test",
            WhatsApp =
            {
                AccountSid = "AC00000000000000000000000000000001",
                AuthToken = "made-up-token",
                From = "+593990000000",
                ApiUrl = server.Url + "/",
                Templates = { Alert = AlertSid },
            },
        };
        return new(
            settings, (http ?? Samples.Patient()).Client, catalog ?? new(), new(settings.WhatsApp, NullLogger<WhatsAppApproved>.Instance),
            new FakeTimeProvider(Now), NullLogger<WhatsAppSender>.Instance);
    }
}
