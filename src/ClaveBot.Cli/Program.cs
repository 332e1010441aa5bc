using System.CommandLine;
using ClaveBot.Cli.Commands;

return await new RootCommand("ClaveBot, for those who run it.")
{
    new Command("keys", "The keys of the settings.")
    {
        KeysNew.Command(),
    },
    new Command("webhook", "Where the messengers deliver.")
    {
        WebhookSet.Command(),
        WebhookInfo.Command(),
        WebhookDelete.Command(),
    },
    Diagram.Command(),
}
.Parse(args).InvokeAsync();
