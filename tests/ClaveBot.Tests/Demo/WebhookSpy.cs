using System.Net;
using System.Text;
using ClaveBot.Demo.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Demo;

/// <summary>A webhook that writes down what it gets and answers as told.</summary>
public sealed class WebhookSpy : IAsyncDisposable
{
    private readonly WebApplication app;
    private int atOnce;

    private WebhookSpy(WebApplication app) => this.app = app;

    public Observed<Delivered> Got { get; } = new();

    /// <summary>What to answer; 200 with nothing by default.</summary>
    public Func<Delivered, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How many deliveries were ever under way together.</summary>
    public int MostAtOnce { get; private set; }

    public Uri Url => new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/hook");

    public static async Task<WebhookSpy> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var spy = new WebhookSpy(builder.Build());
        spy.app.Run(spy.HandleAsync);
        await spy.app.StartAsync(TestContext.Current.CancellationToken);
        return spy;
    }

    public static Func<Delivered, HttpContext, Task> Status(int status) => (_, context) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref atOnce));
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var delivered = new Delivered(
            await reader.ReadToEndAsync(), context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Got.Add(delivered);
        await Answer(delivered, context);
        Interlocked.Decrement(ref atOnce);
    }
}

/// <summary>One post to the webhook.</summary>
public sealed record Delivered(string Body, IReadOnlyDictionary<string, string> Headers);
