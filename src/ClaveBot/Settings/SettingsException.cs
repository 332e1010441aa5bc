namespace ClaveBot.Settings;

/// <summary>The settings are not fit to start with. The message lists every error with its cure.</summary>
public sealed class SettingsException(IReadOnlyList<SettingError> errors) : Exception(Describe(errors))
{
    public IReadOnlyList<SettingError> Errors => errors;

    private static string Describe(IReadOnlyList<SettingError> errors) =>
        $"ClaveBot cannot start: {errors.Count} thing{(errors.Count == 1 ? "" : "s")} to put right in the settings (appsettings.json, or the environment with __ for :)"
        + string.Concat(errors.Select(error => $"{Environment.NewLine}  - {error}"));
}
