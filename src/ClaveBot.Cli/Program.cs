using System.CommandLine;
using ClaveBot.Cli.Commands;
using ClaveBot.Cli.Doctor;
using ClaveBot.Cli.Gallery;
using ClaveBot.Cli.Promises;

var pause = new Command("pause", "Stops the service for a while, on every instance.");
foreach (var command in PauseCommand.Commands())
    pause.Add(command);

var limits = new Command("limits", "How many tries are counted, and of whom.");
foreach (var command in LimitsCommand.Commands())
    limits.Add(command);

var judge = new Command("judge", "How the bot understands labelled texts.");
foreach (var command in Judge.Commands())
    judge.Add(command);

var train = new Command("train", "What the bot learns from labelled texts.")
{
    TrainWords.Command(),
};

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
    new Command("breached", "The list of breached claves.")
    {
        BreachedBuild.Command(),
    },
    new Command("audit", "What is on record.")
    {
        AuditVerify.Command(),
        AuditShow.Command(),
    },
    CommentsCommand.Command(),
    Unfreeze.Command(),
    DoctorCommand.Command(),
    PromisesCommand.Command(),
    new Command("texts", "What people read.")
    {
        TextsReadability.Command(),
        GalleryCommand.Command(),
    },
    limits,
    pause,
    judge,
    train,
    Diagram.Command(),
}
.Parse(args).InvokeAsync();
