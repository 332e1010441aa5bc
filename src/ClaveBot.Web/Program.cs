using ClaveBot.Settings;
using ClaveBot.Web;

try
{
    await ClaveBotHost.Build(args).RunAsync();
    return 0;
}
catch (SettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
