using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ClaveBot.Tests.Web;

/// <summary>R9 for pages: any bytes posted get an answer below 500; what does not carry the antiforgery token reaches nothing.</summary>
public sealed class FormTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Form, "cedula=1700000001&clave=x&acuerdo=si")]
    [InlineData(Form, "__sello=nonsense")]
    [InlineData(Form, "")]
    [InlineData(Form, "%ff%00=%zz&&&=%")]
    [InlineData(Form + "; charset=utf-7", "a=b")]
    [InlineData(Form + "; charset=nonsense", "a=b")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"clave\"\r\n\r\nx")]
    [InlineData("application/json", "{\"cedula\":1}")]
    [InlineData("text/plain", "x")]
    public async Task Bytes_without_the_token_are_400(string type, string body)
    {
        await using var server = await TestHost.StartAsync();
        foreach (var path in new[] { "/c/some-token", "/c/some-token/nueva" })
        {
            using var answer = await PostAsync(server, path, type, Encoding.Latin1.GetBytes(body));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("no cuenta como intento");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_sixteen_kilobytes_are_413(bool chunked)
    {
        await using var server = await TestHost.StartAsync();
        using var answer = await PostAsync(server, "/c/some-token", Form, Encoding.ASCII.GetBytes("clave=" + new string('a', 20_000)), chunked);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Very_many_fields_are_400()
    {
        await using var server = await TestHost.StartAsync();
        var body = string.Join('&', Enumerable.Range(0, 2000).Select(i => $"{i}=1"));
        using var answer = await PostAsync(server, "/c/some-token", Form, Encoding.ASCII.GetBytes(body));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestHost server, string path, string type, byte[] body, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = chunked;
        return await server.Public.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
