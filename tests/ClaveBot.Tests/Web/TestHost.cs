using System.Net.Sockets;
using System.Text;
using ClaveBot.Tests.Settings;
using ClaveBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClaveBot.Tests.Web;

/// <summary>The real host on free ports of this machine, in Portal mode, without a store.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToArray();
        Public = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = addresses[0] };
        Admin = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = addresses[1] };
    }

    public HttpClient Public { get; }

    public HttpClient Admin { get; }

    public static async Task<TestHost> StartAsync(Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var app = ClaveBotHost.Build([], configuration => configuration.AddInMemoryCollection(Good(settings)), all =>
        {
            LeaveOutLoops(all);
            services?.Invoke(all);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(app);
    }

    /// <summary>Settings with which the host starts, some of them replaced.</summary>
    public static Dictionary<string, string?> Good(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Admin:Urls"] = "http://127.0.0.1:0",
            ["PublicUrl"] = "https://clavebot.test",
            ["Redis:Configuration"] = "127.0.0.1:1",
            ["Keys:Index"] = GoodSettings.NewKey(),
            ["Keys:Current"] = GoodSettings.NewKey(),
            ["Telegram:Token"] = "123:abc",
            ["Telegram:SecretToken"] = "s3cret",
            ["Telegram:ApiUrl"] = "http://127.0.0.1:1",
            ["Logging:Console:LogLevel:Default"] = "Error",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await Public.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends bytes that no HTTP client would, and returns the first line of the answer.</summary>
    public async Task<string?> SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Public.BaseAddress!.Host, Public.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    // Outbox and due loop would only complain about the missing store.
    private static void LeaveOutLoops(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService)).ToArray())
        {
            var assembly = service.ImplementationType?.Assembly ?? service.ImplementationFactory?.Method.Module.Assembly;
            if (assembly?.GetName().Name?.StartsWith("ClaveBot", StringComparison.Ordinal) == true)
                services.Remove(service);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Admin.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
