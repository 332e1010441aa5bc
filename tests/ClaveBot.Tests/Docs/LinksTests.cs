using System.Text.RegularExpressions;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Docs;

public sealed partial class LinksTests
{
    [Fact]
    public void What_a_page_links_to_is_there()
    {
        var pages = Repository.Files().Where(file => file.Extension == ".md").ToList();
        pages.ShouldContain(page => page.Name == "README.md");

        var dead = from page in pages
                   from Match link in Link().Matches(File.ReadAllText(page.FullName))
                   let target = Path.Combine(page.DirectoryName!, link.Groups["target"].Value)
                   where !Path.Exists(target)
                   select $"{page.Name}: {link.Groups["target"].Value}";
        dead.ShouldBeEmpty();
    }

    /// <summary>The path of a link or picture that stays within the repository, without its #fragment.</summary>
    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
