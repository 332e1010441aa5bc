using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.IntegrationTests.Crash;

/// <summary>
/// What stands at the public address: gives requests to the instances in turn, to the other one when nothing listens, and answers
/// 502 when an instance died over a request, as any balancer does. While nobody listens it holds a request for a few seconds, or cuts it
/// off, as where there is no balancer. Updates may come twice, late, or to both at once.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly string[] NotCopied = ["Transfer-Encoding", "Connection", "Content-Length", "Keep-Alive"];

    // While both start again, a request is held: less than the messengers' own patience.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    // Telegram repeats nothing that it was told is taken, and Twilio nothing after 15 seconds: a chat's own next 32 messages, before which
    // a bot may have forgotten it, are not here so soon.
    private static readonly TimeSpan OldestRepeated = TimeSpan.FromSeconds(8);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<(Envelope Update, long At)> _taken = new();
    private readonly IReadOnlyList<Instance> _instances;
    private readonly Func<CrashFault> _fault;
    private readonly bool _holds;
    private WebApplication? _server;
    private int _turn;

    private Balancer(IReadOnlyList<Instance> instances, Func<CrashFault> fault, bool holds) => (_instances, _fault, _holds) = (instances, fault, holds);

    /// <summary>How many updates came more than once.</summary>
    public int Repeated { get; private set; }

    /// <param name="url">The public address.</param>
    /// <param name="instances">Those behind it.</param>
    /// <param name="fault">What goes wrong now.</param>
    /// <param name="holds">Whether requests are held while both start again.</param>
    public static async Task<Balancer> StartAsync(Uri url, IReadOnlyList<Instance> instances, Func<CrashFault> fault, bool holds)
    {
        var balancer = new Balancer(instances, fault, holds);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, url.Port));
        balancer._server = builder.Build();
        balancer._server.Run(balancer.HandleAsync);
        await balancer._server.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var envelope = await Envelope.ReadAsync(context.Request);
        var fault = envelope.IsUpdate ? _fault() : CrashFault.None;
        using var answer = fault == CrashFault.Duplicate && OneIn(2) ? await ToBothAsync(envelope) : await ToOneAsync(envelope);
        if (answer is null)
        {
            context.Abort();
            return;
        }

        if (envelope.IsUpdate && answer.IsSuccessStatusCode && fault is CrashFault.Redelivery or CrashFault.Reorder)
            RepeatAnOldOne(envelope);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !NotCopied.Contains(header.Key)))
            context.Response.Headers.Append(name, values.ToArray());
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private void RepeatAnOldOne(Envelope envelope)
    {
        _taken.Enqueue((envelope, TimeProvider.System.GetTimestamp()));
        while (_taken.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest.At) > OldestRepeated)
            _taken.TryDequeue(out _);
        if (_taken.Count > 20 && OneIn(2) && _taken.TryDequeue(out var old))
        {
            Repeated++;
            _ = Task.Run(async () => (await ToOneAsync(old.Update))?.Dispose());
        }
    }

    private async Task<HttpResponseMessage?> ToBothAsync(Envelope envelope)
    {
        Repeated++;
        var answers = await Task.WhenAll(_instances.Select(instance => SendAsync(instance, envelope)));
        var best = answers.OfType<HttpResponseMessage>().OrderBy(answer => answer.StatusCode).FirstOrDefault();
        return best ?? await ToOneAsync(envelope);
    }

    /// <summary>Null: nobody listens.</summary>
    private async Task<HttpResponseMessage?> ToOneAsync(Envelope envelope)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Glance)
        {
            var first = Interlocked.Increment(ref _turn);
            for (var i = 0; i < _instances.Count; i++)
            {
                if (await SendAsync(_instances[(first + i) % _instances.Count], envelope) is { } answer)
                    return answer;
            }

            if (!_holds)
                return null;
            await CrashWorld.WaitAsync(Glance, CancellationToken.None);
        }

        return Died();
    }

    /// <summary>Null: nothing listens there.</summary>
    private async Task<HttpResponseMessage?> SendAsync(Instance instance, Envelope envelope)
    {
        if (!instance.IsUp)
            return null;
        try
        {
            using var request = envelope.To(instance.Url);
            var answer = await _http.SendAsync(request);
            if (!envelope.IsUpdate || !answer.IsSuccessStatusCode || !instance.Trap.Catches(Seam.Webhook, "200", after: true))
                return answer;
            instance.Trap.Spring();
            return Died();
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError == HttpRequestError.ConnectionError ? null : Died();
        }
    }

    private static HttpResponseMessage Died() => new(HttpStatusCode.BadGateway);

    private static bool OneIn(int times) => RandomNumberGenerator.GetInt32(times) == 0;
}
