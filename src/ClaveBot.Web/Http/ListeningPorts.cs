using ClaveBot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ClaveBot.Web.Http;

/// <summary>Tells the admin port from the public one by the socket a request came in on, which no header can fake.</summary>
internal sealed class ListeningPorts(ClaveBotSettings settings, IServer server)
{
    private readonly Lazy<HashSet<int>> _admin = new(() => AdminPorts(settings, server));

    public bool IsAdmin(HttpContext context) => _admin.Value.Contains(context.Connection.LocalPort);

    /// <summary>Listens on <c>Urls</c> and then on <c>Admin:Urls</c>.</summary>
    public static void Listen(WebApplication app, ClaveBotSettings settings)
    {
        foreach (var url in Split(settings.Urls).Concat(Split(settings.Admin.Urls)))
            app.Urls.Add(url);
    }

    // The server lists what it bound in the order it was asked, with the real port where 0 was asked for.
    private static HashSet<int> AdminPorts(ClaveBotSettings settings, IServer server) =>
        server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .TakeLast(Split(settings.Admin.Urls).Length)
            .Select(address => BindingAddress.Parse(address).Port)
            .ToHashSet();

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
