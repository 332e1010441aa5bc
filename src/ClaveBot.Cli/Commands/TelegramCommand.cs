using System.CommandLine;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Commands;

/// <summary>What the commands that change Telegram's webhook have in common: settings, one call, and what to say of it.</summary>
internal static class TelegramCommand
{
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="refusal">Why it is not for these settings; null when it is.</param>
    /// <param name="call">The call: null when done, else what is wrong.</param>
    /// <param name="done">What is said then.</param>
    public static Command Make(
        string name,
        string description,
        Func<TelegramSettings, string?> refusal,
        Func<TelegramWebhook, CancellationToken, Task<string?>> call,
        Func<TelegramWebhook, string> done)
    {
        var source = new HostSettings();
        var command = new Command(name, description) { source.File };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (source.Read(parsed) is not { } settings)
                return 1;
            using var http = new ChannelHttp(ChannelHttp.SendTimeout);
            var webhook = new TelegramWebhook(settings, http.Client);
            var problem = settings.Telegram.IsOn ? refusal(settings.Telegram) : "Telegram:Token is empty, so Telegram is off. (For WhatsApp see: webhook info)";
            problem ??= await call(webhook, cancellationToken);
            var output = problem is null ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
            await output.WriteLineAsync(problem ?? done(webhook));
            return problem is null ? 0 : 1;
        });
        return command;
    }
}
