using System.Xml.Linq;

namespace ClaveBot.Tests.Architecture;

/// <summary>Dependencies point one way: Demo → Web → webhooks → ClaveBot, and Cli → ClaveBot.</summary>
public sealed class ProjectsTests
{
    private static readonly string[] Everyone = ["Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options"];

    [Theory]
    [InlineData("src/ClaveBot/ClaveBot.csproj")]
    [InlineData("webhooks/ClaveBot.Webhooks.csproj", "ClaveBot")]
    [InlineData("src/ClaveBot.Web/ClaveBot.Web.csproj", "ClaveBot.Webhooks")]
    [InlineData("src/ClaveBot.Demo/ClaveBot.Demo.csproj", "ClaveBot.Web")]
    [InlineData("src/ClaveBot.Cli/ClaveBot.Cli.csproj", "ClaveBot")]
    public void A_project_knows_the_next_one_alone(string project, params string[] next) =>
        Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).ShouldBe(next);

    [Fact]
    public void There_is_no_project_besides()
    {
        var projects = Repository.Files().Where(file => file.Extension == ".csproj").Select(file => Path.GetFileNameWithoutExtension(file.Name));

        projects.Where(name => !name.EndsWith("Tests", StringComparison.Ordinal) && name is not "ClaveBot.Benchmarks")
            .ShouldBe(["ClaveBot", "ClaveBot.Webhooks", "ClaveBot.Web", "ClaveBot.Demo", "ClaveBot.Cli"], ignoreOrder: true);
    }

    [Fact]
    public void The_product_keeps_its_packages_to_itself()
    {
        var packages = Load("src/ClaveBot/ClaveBot.csproj").Descendants("PackageReference").ToList();

        packages.Where(package => package.Attribute("PrivateAssets")?.Value != "compile")
            .Select(package => package.Attribute("Include")!.Value).ShouldBe(Everyone, ignoreOrder: true);
    }

    [Fact]
    public void The_product_knows_no_web_server() =>
        Includes("src/ClaveBot/ClaveBot.csproj", "FrameworkReference").ShouldBeEmpty();

    [Fact]
    public void The_embedded_store_is_the_demos_alone()
    {
        var users = Repository.Files("src").Concat(Repository.Files("webhooks")).Where(file => file.Extension == ".csproj")
            .Where(file => File.ReadAllText(file.FullName).Contains("Microsoft.Garnet", StringComparison.Ordinal));

        users.Select(file => file.Name).ShouldBe(["ClaveBot.Demo.csproj"]);
    }

    [Fact]
    public void The_deployable_host_does_not_carry_it()
    {
        var output = new DirectoryInfo(Repository.Path("src", "ClaveBot.Web", "bin", Repository.Configuration, "net10.0"));

        output.EnumerateFiles().Select(file => file.Name).ShouldContain(name => name == "ClaveBot.Web.dll");
        output.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name.Contains("Garnet", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(output.FullName, "ClaveBot.Web.deps.json")).ShouldNotContain("Garnet");
    }

    private static IEnumerable<string> Includes(string project, string item) =>
        Load(project).Descendants(item).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static XDocument Load(string project) => XDocument.Load(Repository.Path(project.Split('/')));
}
