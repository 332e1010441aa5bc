using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Tests.Channels;

/// <summary>A real server on a free port that notes what it is asked and answers what it is told to.</summary>
internal sealed class RecordingServer(WebApplication app) : IAsyncDisposable
{
    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>The first request gets the first answer; the last one is given from then on.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    public string Url => app.Urls.First();

    public static async Task<RecordingServer> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var server = new RecordingServer(host);
        foreach (var answer in answers)
            server.Answers.Enqueue(answer);
        host.Run(server.AnswerAsync);
        await host.StartAsync();
        return server;
    }

    /// <summary>Answers with a status and a JSON body.</summary>
    public static Func<HttpContext, Task> Json(int status, string json, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(json);
    };

    /// <summary>Reads everything, then cuts the connection.</summary>
    public static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Reads everything and says nothing until the caller hangs up.</summary>
    public static async Task Hang(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var request = context.Request;
        Requests.Enqueue(new RecordedRequest(
            request.Method, request.Path.Value!, await body.ReadToEndAsync(), request.Headers.Authorization.ToString(), request.ContentType ?? ""));
        var answer = Answers.Count > 1 && Answers.TryDequeue(out var next) ? next : Answers.First();
        await answer(context);
    }
}

internal sealed record RecordedRequest(string Method, string Path, string Body, string Authorization, string ContentType);
