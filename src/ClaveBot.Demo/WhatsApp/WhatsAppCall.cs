using System.Text;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>One call: its resource, its parameters, and who makes it.</summary>
internal sealed record WhatsAppCall(string Method, string Path, string AccountSid, string? MessageSid, IReadOnlyDictionary<string, string> Parameters, string Url)
{
    public string Text(string name) => Parameters.GetValueOrDefault(name, "");

    /// <summary>Null when the address is no resource that is emulated.</summary>
    public static async Task<WhatsAppCall?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path.Value ?? "";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (account, message) = parts switch
        {
            ["2010-04-01", "Accounts", var sid, "Messages.json"] => (sid, null),
            ["2010-04-01", "Accounts", var sid, "Messages", var file] when file.EndsWith(".json", StringComparison.Ordinal) => (sid, file[..^5]),
            _ => ("", null),
        };
        if (account.Length == 0)
            return null;
        var values = request.HasFormContentType
            ? (IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>)await request.ReadFormAsync(cancellationToken)
            : request.Query;
        return new WhatsAppCall(
            request.Method,
            path,
            account,
            message,
            values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            $"{path}{request.QueryString}");
    }

    /// <summary>Whether the Authorization header is Basic with this account and token.</summary>
    public static bool IsAuthorised(HttpRequest request, WhatsAppEmulatorOptions options)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        return string.Equals(request.Headers.Authorization.ToString(), expected, StringComparison.Ordinal);
    }
}
