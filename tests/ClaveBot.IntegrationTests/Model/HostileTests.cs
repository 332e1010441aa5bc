using System.Net.Http.Headers;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using CsCheck;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>R9: any bytes at a webhook or a page are answered below 500 and soon. With the right secrets, so that they get as far as they can.</summary>
public sealed class HostileTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>What the fields of an update are made of when they are not what they should be.</summary>
    private static readonly string[] Odd =
        ["null", "true", "-1", "0", "1e400", "99999999999999999999", "9223372036854775807", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[]]]]", "\"private\"", "{\"id\":1}", "0.5"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-hostile-");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Soon };
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public Task R9_any_bytes_as_an_update() => Gen.Byte.Array[0, 2_000].SampleAsync(bytes => AnsweredAsync(Update(bytes)), iter: 100, threads: 1);

    [Fact]
    public Task R9_any_mutation_of_every_kind_of_update() => Gen.Select(Any.Of(UpdateSamples.All), Gen.Int[0, 60], Any.Of(Odd), Gen.Int[0, 3])
        .SampleAsync((sample, at, odd, how) => AnsweredAsync(Update(Mutation.Of(sample, at, odd, how))), iter: 400, threads: 1);

    [Fact]
    public Task R9_any_fields_from_Twilio() => Fields(["Body", "From", "To", "MessageSid", "MessageType", "NumMedia", "MediaContentType0", "ButtonPayload", "ListId", "Latitude", "AccountSid", "MessageStatus"])
        .SampleAsync(fields => AnsweredAsync(Signed("/webhooks/whatsapp", fields)), iter: 200, threads: 1);

    [Fact]
    public async Task R9_any_fields_and_addresses_of_the_pages()
    {
        await Gen.Select(Fields(["cedula", "clave", "acuerdo", "nueva", "confirmacion", "__sello"]), Gen.String[0, 60], Any.Of("", "/nueva", "/listo"))
            .SampleAsync((fields, token, page) => AnsweredAsync(new(HttpMethod.Post, new Uri(_world.Url, $"/c/{Uri.EscapeDataString(token)}{page}"))
            {
                Content = new FormUrlEncodedContent(fields),
            }), iter: 100, threads: 1);
        await Gen.Select(Any.Of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"), Gen.String[0, 80])
            .SampleAsync((verb, path) => AnsweredAsync(new(new HttpMethod(verb), new Uri(_world.Url, "/" + Uri.EscapeDataString(path)))), iter: 100, threads: 1);
    }

    private static Gen<KeyValuePair<string, string>[]> Fields(string[] names) =>
        Gen.Select(Any.Of(names), Gen.OneOf(Gen.String[0, 40], Any.Of("whatsapp:+593990000001", "text", "1", "-1", "image/png", "1700000001", "si", "\uFFFD\0"), Gen.Char.Select(c => new string(c, 5_000))))
            .Select((name, value) => KeyValuePair.Create(name, value)).Array[0, 12];

    private async Task AnsweredAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeLessThan(500);
        }
    }

    private HttpRequestMessage Update(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_world.Url, "/webhooks/telegram")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _world.Settings["Telegram:SecretToken"]);
        return request;
    }

    private HttpRequestMessage Signed(string path, KeyValuePair<string, string>[] fields)
    {
        var url = new Uri(_world.Url, path);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        var signature = TwilioSignature.Compute(_world.Settings["WhatsApp:AuthToken"]!, url.AbsoluteUri, fields);
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return request;
    }
}
