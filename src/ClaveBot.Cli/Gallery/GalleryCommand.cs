using System.CommandLine;

namespace ClaveBot.Cli.Gallery;

/// <summary><c>texts gallery</c>: draws the page with every message again.</summary>
internal static class GalleryCommand
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "The page to write.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", "gallery.html")),
        };
        var command = new Command("gallery", "Draws docs/gallery.html again: every message in each language, as each messenger shows it.") { file };
        command.SetAction(parsed =>
        {
            var page = parsed.GetRequiredValue(file);
            if (page.Directory is not { Exists: true })
            {
                parsed.InvocationConfiguration.Error.WriteLine($"There is no folder {page.DirectoryName}. Run this in the folder of README.md, or name the file.");
                return 1;
            }

            File.WriteAllText(page.FullName, GalleryPage.Html());
            return 0;
        });
        return command;
    }
}
