namespace ClaveBot.Settings;

/// <summary>One thing wrong with the settings. It names the setting and never shows a secret's value.</summary>
/// <param name="Key">The setting, as in appsettings.json: <c>Telegram:Token</c>.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Cure">What to do, with an example.</param>
public sealed record SettingError(string Key, string Problem, string Cure)
{
    public override string ToString() => $"{Key} {Problem}. {Cure}";
}
