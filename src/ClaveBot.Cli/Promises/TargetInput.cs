using System.CommandLine;
using System.Globalization;
using ClaveBot.Accounts;
using ClaveBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ClaveBot.Cli.Promises;

/// <summary>Who and what to ask with: secrets come from the settings and standard input, never from the command line.</summary>
internal static class TargetInput
{
    /// <summary>Null when something of it cannot be read; that was said then.</summary>
    public static async Task<Target?> ReadAsync(ParseResult parsed, string address, FileInfo? file)
    {
        var said = await LinesAsync();
        var settings = new ConfigurationBuilder()
            .AddJsonFile(file?.FullName ?? Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        var error = parsed.InvocationConfiguration.Error;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return await ComplainAsync(error, "URL is no address: write it as https://clave.example.org");
        if (said.TryGetValue("link", out var text) && !Uri.TryCreate(text, UriKind.Absolute, out _))
            return await ComplainAsync(error, "link= is no address.");
        if (said.TryGetValue("otro", out var other) && !Uri.TryCreate(other, UriKind.Absolute, out _))
            return await ComplainAsync(error, "otro= is no address.");
        if (said.TryGetValue("cedula", out var digits) && !Cedula.TryParse(digits, out _))
            return await ComplainAsync(error, "cedula= is no cédula.");
        return new()
        {
            Url = url,
            Link = text is null ? null : new Uri(text),
            OtherLink = other is null ? null : new Uri(other),
            LinkLife = TimeSpan.TryParse(settings["Links:Life"], CultureInfo.InvariantCulture, out var life) ? life : new LinkSettings().Life,
            Cedula = Cedula.TryParse(digits, out var cedula) ? cedula : null,
            Clave = said.GetValueOrDefault("clave"),
            NewClave = said.GetValueOrDefault("nueva"),
            TelegramSecret = settings["Telegram:SecretToken"] ?? "",
            WhatsAppAccount = settings["WhatsApp:AccountSid"] ?? "",
            WhatsAppToken = settings["WhatsApp:AuthToken"] ?? "",
            PublicUrl = settings["PublicUrl"] is { Length: > 0 } publicUrl ? publicUrl : url.AbsoluteUri,
        };
    }

    private static async Task<Target?> ComplainAsync(TextWriter error, string complaint)
    {
        await error.WriteLineAsync(complaint);
        return null;
    }

    // A clave may begin or end with spaces: only the name is trimmed.
    private static async Task<Dictionary<string, string>> LinesAsync()
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Console.IsInputRedirected && await Console.In.ReadLineAsync() is { } line)
        {
            if (line.Split('=', 2) is [var name, { Length: > 0 } value])
                said[name.Trim()] = value;
        }

        return said;
    }
}
