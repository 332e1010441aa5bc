using System.CommandLine;
using System.Globalization;
using ClaveBot.Comments;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Cli.Commands;

/// <summary><c>comments</c>: what people left as comments, the oldest first: date, messenger, rating, text; whose they are is not told.</summary>
internal static class CommentsCommand
{
    public static Command Command() => StoreCommand.Make(
        "comments", "Lists the comments that are kept: date, messenger, rating of 5, text.", [], static async (services, parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var zone = TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<ClaveBotSettings>().TimeZone);
            var comments = await services.GetRequiredService<CommentList>().ReadAsync();
            foreach (var comment in comments)
                await output.WriteLineAsync(Line(comment, zone));
            await output.WriteLineAsync(comments.Count == 0
                ? "There are no comments."
                : string.Create(CultureInfo.InvariantCulture, $"{comments.Count} comments, {comments.Average(static comment => comment.Rating):0.0} of 5 on average."));
            return 0;
        });

    // People's text: nothing of it may steer the terminal.
    private static string Line(Comment comment, TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTime(comment.At, zone):yyyy-MM-dd HH:mm}\t{comment.Channel}\t{comment.Rating}\t{string.Concat((comment.Text ?? "").Select(static letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter))}");
}
