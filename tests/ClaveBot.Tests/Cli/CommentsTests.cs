using ClaveBot.Channels;

namespace ClaveBot.Tests.Cli;

/// <summary><c>comments</c>, run as operators run it, beside the real host.</summary>
public sealed class CommentsTests(OperatorBot bot) : IClassFixture<OperatorBot>
{
    [Fact]
    public async Task Lists_what_people_left_and_not_whose_it_is_and_nothing_steers_the_terminal()
    {
        (await CliProgram.RunAsync(bot.World.Settings, "comments")).Output.ShouldContain("There are no comments.");
        var phone = bot.World.NewPhone(Channel.WhatsApp);
        foreach (var said in new[] { "comentario", "4", "Se entiende\ttodo,\r\n\u001b[2Jmuy claro", "calificar", "5", "no, gracias" })
            await phone.AskAsync(said);

        var run = await CliProgram.RunAsync(bot.World.Settings, "comments");

        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldMatch(@"^\d{4}-\d\d-\d\d \d\d:\d\d\tWhatsApp\t4\tSe entiende todo,   \[2Jmuy claro\n\d{4}-\d\d-\d\d \d\d:\d\d\tWhatsApp\t5\t\n2 comments, 4\.5 of 5 on average\.\n$");
        run.Output.ShouldNotContain(phone.Chat.Split('+')[^1]);
    }
}
