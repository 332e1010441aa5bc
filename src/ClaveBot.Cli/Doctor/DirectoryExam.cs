using ClaveBot.Accounts;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether the directory of Operator mode answers.</summary>
internal static class DirectoryExam
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Mode == BotMode.Portal)
            return [Finding.Good("directory", "none in Portal mode.")];
        await using var services = HostServices.Of(settings);
        var directory = services.GetRequiredService<IAccountDirectory>();
        if (await directory.CheckAsync(cancellationToken) is { } problem)
            return [Finding.Bad("directory", problem)];
        var limits = directory.Limits;
        return [Finding.Good("directory", $"{settings.Directory.Kind} answers; new claves have {limits.MinLength} to {limits.MaxLength} characters.")];
    }
}
