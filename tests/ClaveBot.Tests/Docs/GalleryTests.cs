using ClaveBot.Tests.Architecture;
using ClaveBot.Tests.Cli;

namespace ClaveBot.Tests.Docs;

public sealed class GalleryTests : IDisposable
{
    private readonly string page = Path.GetTempFileName();

    public void Dispose() => File.Delete(page);

    [Fact]
    public async Task The_gallery_shows_every_message_as_it_is()
    {
        var run = await CliProgram.RunAsync("texts", "gallery", page);

        run.Status.ShouldBe(0, run.Error);
        var drawn = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        drawn.ShouldContain("Paso 3 de 6");
        drawn.ShouldContain("Step 3 of 6");
        drawn.ShouldBe(Repository.Read("docs", "gallery.html"), "What the bot says changed. Run: dotnet run --project src/ClaveBot.Cli -- texts gallery");
    }
}
