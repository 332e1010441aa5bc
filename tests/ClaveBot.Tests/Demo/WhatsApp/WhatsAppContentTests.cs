using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ClaveBot.Demo.WhatsApp;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace ClaveBot.Tests.Demo.WhatsApp;

public sealed class WhatsAppContentTests : IAsyncLifetime
{
    private const string Account = "AC00000000000000000000000000000001";
    private const string Token = "made-up-token";
    private const string Sender = "whatsapp:+593990000000";
    private const string Person = "whatsapp:+593990000001";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 15, 0, 0, TimeSpan.Zero));
    private readonly HttpClient http = new();
    private WhatsAppEmulator twilio = null!;
    private WebhookSpy webhook = null!;
    private WhatsAppPhone phone = null!;

    public async ValueTask InitializeAsync()
    {
        twilio = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions(Account, Token, Sender) { RefusesAtOnce = true }, time);
        webhook = await WebhookSpy.StartAsync();
        twilio.SetWebhook(webhook.Url);
        phone = twilio.PhoneOf("+593990000001", "Rosa");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}")));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await twilio.DisposeAsync();
        await webhook.DisposeAsync();
    }

    [Fact]
    public async Task Quick_replies_are_filled_shown_and_pressed()
    {
        await phone.TypeAsync("hola");
        var sid = (await CreateAsync(QuickReply(2)))["sid"]!.ToString();

        (await SendAsync(sid, """{"1":"¿Seguimos?\nSí o no.","2":"Sí","3":"a:1","4":"No","5":"a:2"}""")).Status.ShouldBe(HttpStatusCode.Created);
        var reply = await phone.WaitForReplyAsync(0);
        await phone.PressAsync("no");

        reply.Text.ShouldBe("¿Seguimos?\nSí o no.");
        reply.ListLabel.ShouldBeNull();
        reply.Buttons.Select(button => (button.Label, button.Payload)).ShouldBe([("Sí", "a:1"), ("No", "a:2")]);
        var press = QueryHelpers.ParseQuery((await webhook.Got.WaitForAsync(1)).Body);
        (press["MessageType"].ToString(), press["ButtonPayload"].ToString(), press["ButtonText"].ToString(), press["Body"].ToString()).ShouldBe(("button", "a:2", "No", "No"));
    }

    [Fact]
    public async Task A_list_is_opened_by_its_label()
    {
        await phone.TypeAsync("hola");
        var sid = (await CreateAsync("""{"language":"es","types":{"twilio/list-picker":{"body":"{{1}}","button":"Ver","items":[{"item":"{{2}}","id":"{{3}}"}]}}}"""))["sid"]!.ToString();

        await SendAsync(sid, """{"1":"Elija","2":"Ayuda","3":"a:9"}""");
        (await phone.WaitForReplyAsync(0)).ListLabel.ShouldBe("Ver");
        await phone.PressAsync("Ayuda");

        var pick = QueryHelpers.ParseQuery((await webhook.Got.WaitForAsync(1)).Body);
        (pick["ListId"].ToString(), pick["ListTitle"].ToString()).ShouldBe(("a:9", "Ayuda"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"types":{"twilio/text":{"body":"x"}}}""")]
    [InlineData("""{"language":"es","types":{}}""")]
    [InlineData("""{"language":"es","types":{"twilio/text":{}}}""")]
    [InlineData("""{"language":"es","types":{"twilio/quick-reply":{"body":"x","actions":[]}}}""")]
    [InlineData("""{"language":"es","types":{"twilio/quick-reply":{"body":"x","actions":[{"title":"más de veinte caracteres"}]}}}""")]
    [InlineData("""{"language":"es","types":{"twilio/list-picker":{"body":"x","items":[{"item":"y","id":"1"}]}}}""")]
    [InlineData("""{"language":"es","types":{"twilio/list-picker":{"body":"x","button":"b","items":[{"item":"y"}]}}}""")]
    public async Task A_resource_beyond_Twilios_limits_is_refused(string json)
    {
        using var answer = await http.PostAsync(ContentUrl, new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("HX00000000000000000000000000000000", "{}", 21655)]
    [InlineData("", """{"1":"x"}""", 21654)]
    [InlineData("quick", """{"1":"It's"}""", 21656)]
    [InlineData("quick", """{"1":""}""", 21656)]
    [InlineData("quick", """{"1":null}""", 21656)]
    [InlineData("quick", "[]", 21656)]
    [InlineData("quick", """{"2":"más de veinte caracteres"}""", 63021)]
    [InlineData("quick", """{"2":"Sí","4":"Sí"}""", 63021)]
    [InlineData("four", "{}", 63021)]
    public async Task What_cannot_be_shown_is_refused_with_Twilios_codes(string sid, string variables, int code)
    {
        await phone.TypeAsync("hola");
        var content = sid is "quick" or "four" ? (await CreateAsync(QuickReply(sid == "four" ? 4 : 2)))["sid"]!.ToString() : sid;

        (await SendAsync(content, variables)).Answer["code"]!.GetValue<int>().ShouldBe(code);
    }

    [Fact]
    public async Task After_24_hours_only_what_WhatsApp_approved_is_taken()
    {
        await phone.TypeAsync("hola");
        var approved = twilio.AddTemplate("Aviso. {{1}} Responda aquí.");
        var pending = twilio.AddTemplate("Aviso. {{1}} Responda aquí.", "pending");
        time.Advance(TimeSpan.FromHours(24));

        (await SendAsync(pending, """{"1":"Cambió."}""")).Answer["code"]!.GetValue<int>().ShouldBe(63016);
        (await SendAsync(approved, """{"1":"Cambió."}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await phone.WaitForReplyAsync(0)).Text.ShouldBe("Aviso. Cambió. Responda aquí.");
    }

    [Fact]
    public async Task Resources_are_listed_by_page_fetched_and_deleted()
    {
        var sids = new List<string>();
        for (var i = 0; i < 3; i++)
            sids.Add((await CreateAsync(QuickReply(1)))["sid"]!.ToString());

        var first = (await http.GetFromJsonAsync<JsonNode>(ContentUrl + "?PageSize=2", TestContext.Current.CancellationToken))!;
        var second = (await http.GetFromJsonAsync<JsonNode>(first["meta"]!["next_page_url"]!.ToString(), TestContext.Current.CancellationToken))!;
        using var deleted = await http.DeleteAsync($"{ContentUrl}/{sids[0]}", TestContext.Current.CancellationToken);
        using var gone = await http.GetAsync($"{ContentUrl}/{sids[0]}", TestContext.Current.CancellationToken);

        first["contents"]!.AsArray().Concat(second["contents"]!.AsArray()).Select(content => content!["sid"]!.ToString()).ShouldBe(sids);
        second["meta"]!["next_page_url"].ShouldBeNull();
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task STOP_ends_all_messages_until_START()
    {
        await using var strict = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions(Account, Token, Sender) { RefusesAtOnce = true, TakesStopWords = true }, time, cancellationToken: TestContext.Current.CancellationToken);
        strict.SetWebhook(webhook.Url);
        var quitter = strict.PhoneOf("+593990000001", "Rosa");

        await quitter.TypeAsync("stop");
        (await SendAsync("", "", strict.Url)).Answer["code"]!.GetValue<int>().ShouldBe(21610);
        await quitter.TypeAsync("START");
        (await SendAsync("", "", strict.Url)).Status.ShouldBe(HttpStatusCode.Created);

        await webhook.Got.WaitForAsync(1);
        webhook.Got.All.Select(got => QueryHelpers.ParseQuery(got.Body)["OptOutType"].ToString()).Order(StringComparer.Ordinal).ShouldBe(["START", "STOP"]);
    }

    private string ContentUrl => twilio.Url + "/v1/Content";

    private static string QuickReply(int buttons)
    {
        var samples = new JsonObject { ["1"] = "Texto" };
        var actions = new JsonArray();
        for (var number = 2; number <= 2 * buttons; number += 2)
        {
            (samples[$"{number}"], samples[$"{number + 1}"]) = ($"Opción {number}", $"id{number}");
            actions.Add(new JsonObject { ["type"] = "QUICK_REPLY", ["title"] = "{{" + number + "}}", ["id"] = "{{" + (number + 1) + "}}" });
        }

        var quick = new JsonObject { ["body"] = "{{1}}", ["actions"] = actions };
        return new JsonObject { ["friendly_name"] = "x", ["language"] = "es", ["variables"] = samples, ["types"] = new JsonObject { ["twilio/quick-reply"] = quick } }.ToJsonString();
    }

    private async Task<JsonNode> CreateAsync(string json)
    {
        using var answer = await http.PostAsync(ContentUrl, new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(string sid, string variables, string? url = null)
    {
        using var form = new FormUrlEncodedContent([
            new("From", Sender), new("To", Person), new("ContentSid", sid), new("ContentVariables", variables), .. sid.Length + variables.Length == 0 ? (KeyValuePair<string, string>[])[new("Body", "x")] : []]);
        using var response = await http.PostAsync($"{url ?? twilio.Url}/2010-04-01/Accounts/{Account}/Messages.json", form, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }
}
