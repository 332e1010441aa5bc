namespace ClaveBot.Demo;

/// <summary>What can be set about the demo, as <c>Demo__Url</c> in the environment or <c>--Demo:Url</c> on the command line.</summary>
public sealed class DemoSettings
{
    /// <summary>Where the simulator page is.</summary>
    public Uri Url { get; set; } = new("http://localhost:5080");

    /// <summary>Where the bot is, and what its links start with.</summary>
    public Uri BotUrl { get; set; } = new("http://localhost:5081");

    /// <summary>Where the bot's metrics and health are.</summary>
    public Uri AdminUrl { get; set; } = new("http://127.0.0.1:5082");

    /// <summary>Where everything is kept; <c>.data</c> beside the solution when empty.</summary>
    public string Data { get; set; } = "";

    public static DemoSettings Read(string[] args)
    {
        var settings = new DemoSettings();
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("Demo").Bind(settings);
        if (settings.Data.Length == 0)
            settings.Data = Path.Combine(Root(), ".data");
        settings.Data = Path.GetFullPath(settings.Data);
        return settings;
    }

    /// <summary>The folder of the solution that this program was built from; the current one when it was moved elsewhere.</summary>
    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClaveBot.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
