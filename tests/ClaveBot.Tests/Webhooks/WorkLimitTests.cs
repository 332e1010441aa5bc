using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaveBot.Webhooks;
using ClaveBot.Webhooks.Telegram;
using ClaveBot.Webhooks.WhatsApp;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Tests.Webhooks;

/// <summary>R8 and R9 at the door: what is too much, and who takes too long.</summary>
public sealed class WorkLimitTests
{
    [Fact]
    public async Task R8_when_all_places_are_taken_the_messenger_is_asked_to_come_again_and_the_other_one_is_not_concerned()
    {
        await using var host = await WebhookHost.StartAsync();
        await FillAsync(host.Limits.Telegram);

        using var telegram = await PostAsync(host, "/webhooks/telegram", TelegramSecretFilter.Header, WebhookHost.Settings().Telegram.SecretToken);
        using var whatsApp = await PostAsync(host, "/webhooks/whatsapp", TwilioSignatureFilter.Header, "made-up");

        telegram.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        telegram.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        whatsApp.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task R8_WhatsApp_is_asked_to_come_again_before_its_body_is_read()
    {
        await using var host = await WebhookHost.StartAsync();
        await FillAsync(host.Limits.WhatsApp);

        (await SlowlyAsync(host, "/webhooks/whatsapp", $"{TwilioSignatureFilter.Header}: made-up")).ShouldContain(" 503 ");
    }

    [Fact]
    public async Task S1_a_stranger_is_told_nothing_of_how_busy_it_is()
    {
        await using var host = await WebhookHost.StartAsync();
        await FillAsync(host.Limits.Telegram);
        await FillAsync(host.Limits.WhatsApp);

        using var telegram = await PostAsync(host, "/webhooks/telegram", TelegramSecretFilter.Header, "wrong");
        using var whatsApp = await PostAsync(host, "/webhooks/whatsapp", "X-Other", "made-up");

        telegram.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        whatsApp.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task R9_who_sends_a_body_too_slowly_gives_the_place_back()
    {
        await using var host = await WebhookHost.StartAsync();

        var answers = await Task.WhenAll(
            SlowlyAsync(host, "/webhooks/telegram", $"{TelegramSecretFilter.Header}: {WebhookHost.Settings().Telegram.SecretToken}"),
            SlowlyAsync(host, "/webhooks/whatsapp", $"{TwilioSignatureFilter.Header}: made-up"));

        answers.ShouldAllBe(answer => answer.Contains(" 408 ", StringComparison.Ordinal));
    }

    // Some work, the others wait; none of them ends while the test runs.
    private static async Task FillAsync(WorkLimit limit)
    {
        for (var place = 0; place < WorkLimit.AtOnce; place++)
            (await limit.EnterAsync(new DefaultHttpContext())).ShouldBeTrue();
        for (var place = 0; place < WorkLimit.Waiting; place++)
            limit.EnterAsync(new DefaultHttpContext()).AsTask().IsCompleted.ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> PostAsync(WebhookHost host, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}") };
        request.Headers.Add(header, value);
        return await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a body of 20,000 bytes just faster than what the server itself gives up on: the first line of the answer.</summary>
    private static async Task<string> SlowlyAsync(WebhookHost host, string path, string header)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\nContent-Length: 20000\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        for (var sent = 0; sent < 20000 && !answer.IsCompleted; sent += 100)
        {
            await stream.WriteAsync(new byte[100], TestContext.Current.CancellationToken);
            await Task.WhenAny(answer, timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask());
        }

        return await answer ?? "";
    }
}
