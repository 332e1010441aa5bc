using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Cli;

/// <summary>The model that is shipped is what the command makes of the corpus.</summary>
public sealed class TrainTests
{
    [Fact]
    public async Task The_committed_model_is_what_the_command_makes()
    {
        var made = Path.GetTempFileName();
        try
        {
            var run = await CliProgram.RunAsync("train", "words", "--from", Repository.Path("tests", "corpus"), "--to", made);

            run.Status.ShouldBe(0, run.Error);
            var fresh = await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken);
            var committed = await File.ReadAllBytesAsync(Repository.Path("src", "ClaveBot", "Conversation", "Understanding", "words.model"), TestContext.Current.CancellationToken);
            fresh.AsSpan().SequenceEqual(committed).ShouldBeTrue("Run: dotnet run --project src/ClaveBot.Cli -c Release -- train words");
        }
        finally
        {
            File.Delete(made);
        }
    }
}
