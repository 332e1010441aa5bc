using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Benchmarks.Load;

/// <summary>A Bot API that takes every message and tells who waits for it.</summary>
internal sealed class BotApi(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();
    private long _messages;

    public string Url => app.Urls.First();

    public static async Task<BotApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new BotApi(app);
        app.Run(api.AnswerAsync);
        await app.StartAsync();
        return api;
    }

    /// <summary>Done when the next message to this chat has come.</summary>
    public Task NextTo(long chat)
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[chat] = next;
        return next.Task;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.Split('/')[^1];
        long chat = 0;
        if (method is "sendMessage")
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            chat = body.RootElement.GetProperty("chat_id").GetInt64();
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(method switch
        {
            "getMe" => """{"ok":true,"result":{"id":700000001,"is_bot":true,"first_name":"Prueba","username":"prueba_bot"}}""",
            "sendMessage" => string.Create(CultureInfo.InvariantCulture,
                $$$"""{"ok":true,"result":{"message_id":{{{Interlocked.Increment(ref _messages)}}},"date":1700000000,"chat":{"type":"private","id":{{{chat}}} } } }"""),
            _ => """{"ok":true,"result":true}""",
        });
        if (_waiting.TryRemove(chat, out var waiting))
            waiting.SetResult();
    }
}
