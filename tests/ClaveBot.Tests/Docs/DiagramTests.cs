using ClaveBot.Tests.Architecture;
using ClaveBot.Tests.Cli;

namespace ClaveBot.Tests.Docs;

public sealed class DiagramTests : IDisposable
{
    private readonly string page = Path.GetTempFileName();

    public void Dispose() => File.Delete(page);

    [Fact]
    public async Task The_README_shows_the_tables_as_they_are()
    {
        var readme = Repository.Read("README.md");

        var drawn = await DrawAsync(readme);

        drawn.ShouldBe(readme, "The tables changed. Run: dotnet run --project src/ClaveBot.Cli -- diagram");
        drawn.ShouldContain("KnowsClave --> HasMail : Yes");
        drawn.ShouldContain("TypeNew --> CheckMail : Next");
    }

    [Fact]
    public async Task What_is_between_the_markers_is_drawn_again_and_the_rest_is_left_alone()
    {
        var readme = Repository.Read("README.md");

        (await DrawAsync(readme.Replace("KnowsClave --> HasMail : Yes", "KnowsClave --> Changed : Yes", StringComparison.Ordinal))).ShouldBe(readme);
    }

    [Fact]
    public async Task A_page_without_markers_is_left_alone()
    {
        await File.WriteAllTextAsync(page, "nothing", TestContext.Current.CancellationToken);

        var run = await CliProgram.RunAsync("diagram", page);

        run.Status.ShouldBe(1);
        run.Error.ShouldContain("<!-- diagram:portal -->");
        (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).ShouldBe("nothing");
    }

    private async Task<string> DrawAsync(string text)
    {
        await File.WriteAllTextAsync(page, text, TestContext.Current.CancellationToken);
        var run = await CliProgram.RunAsync("diagram", page);
        run.Status.ShouldBe(0, run.Error);
        return await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
    }
}
