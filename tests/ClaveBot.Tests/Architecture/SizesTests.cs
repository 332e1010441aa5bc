namespace ClaveBot.Tests.Architecture;

/// <summary>One idea a file.</summary>
public sealed class SizesTests
{
    private const int Median = 60;
    private const int Longest = 250;

    private static readonly string[] Code = [".cs", ".cshtml", ".lua", ".js"];

    [Fact]
    public void Most_files_are_short_and_none_is_long()
    {
        var sizes = Repository.Files("src").Concat(Repository.Files("webhooks"))
            .Where(file => Code.Contains(file.Extension))
            .Select(file => (file.Name, Lines: File.ReadLines(file.FullName).Count()))
            .OrderBy(file => file.Lines)
            .ToList();

        sizes.Count.ShouldBeGreaterThan(100);
        sizes[sizes.Count / 2].Lines.ShouldBeLessThanOrEqualTo(Median);
        sizes.Where(file => file.Lines > Longest).ShouldBeEmpty();
    }
}
