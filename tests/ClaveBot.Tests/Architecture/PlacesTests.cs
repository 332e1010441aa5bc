using System.Text;

namespace ClaveBot.Tests.Architecture;

/// <summary>The repository names no machine that somebody happened to work on, and no server that packages happened to come from.</summary>
public sealed class PlacesTests
{
    // Put together here, so that this file does not name them either.
    private static readonly string[] Unwanted =
    [
        "/" + "work/", "/" + "root/", "/" + "home/", "/" + "Users/", "C:" + "\\", "registry." + "npmjs", "registry." + "yarnpkg", "api." + "nuget.org", "/v3/index" + ".json", "artifact" + "ory",
    ];

    [Fact]
    public void No_file_names_a_machines_path_or_a_registry()
    {
        var found = from file in Repository.Files()
                    let text = Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName))
                    from word in Unwanted
                    where text.Contains(word, StringComparison.OrdinalIgnoreCase)
                    select $"{Path.GetRelativePath(Repository.Root, file.FullName)} has {word}";

        found.ShouldBeEmpty();
    }
}
