using System.CommandLine;
using ClaveBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ClaveBot.Cli;

/// <summary>The host's own settings: its appsettings.json, then the environment, which wins.</summary>
internal sealed class HostSettings
{
    /// <summary>For a host that was published elsewhere.</summary>
    public Option<FileInfo?> File { get; } = new("--settings")
    {
        Description = "The host's appsettings.json; the one beside this program when left out. The environment wins over either.",
        HelpName = "FILE",
    };

    /// <summary>Null when they are not fit to be used: everything that is wrong was then written to the error output.</summary>
    public ClaveBotSettings? Read(ParseResult command)
    {
        var error = command.InvocationConfiguration.Error;
        var file = command.GetValue(File);
        if (file is { Exists: false })
        {
            error.WriteLine($"There is no file {file.FullName}. Name the host's appsettings.json, or leave --settings out.");
            return null;
        }

        try
        {
            return SettingsReader.Read(new ConfigurationBuilder()
                .AddJsonFile(file?.FullName ?? Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .Build());
        }
        catch (SettingsException exception)
        {
            error.WriteLine(exception.Message);
            return null;
        }
        // The file is not JSON. The message names the line and quotes nothing of it.
        catch (InvalidDataException exception)
        {
            error.WriteLine($"{exception.Message} {exception.InnerException?.Message}");
            return null;
        }
    }
}
