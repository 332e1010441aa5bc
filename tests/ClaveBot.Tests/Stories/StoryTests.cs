using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Stories;

/// <summary>Every story of this folder, on both channels, on WhatsApp with buttons and with numbers, through the real host and over the wires.</summary>
public sealed partial class StoryTests(StoryWorlds worlds) : IClassFixture<StoryWorlds>
{
    public static TheoryData<BotMode, string, Channel, bool> All()
    {
        var data = new TheoryData<BotMode, string, Channel, bool>();
        foreach (var mode in Enum.GetValues<BotMode>())
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Stories", mode.ToString()), "*.txt").Order(StringComparer.Ordinal))
            {
                data.Add(mode, Path.GetFileNameWithoutExtension(file), Channel.Telegram, true);
                data.Add(mode, Path.GetFileNameWithoutExtension(file), Channel.WhatsApp, true);
                data.Add(mode, Path.GetFileNameWithoutExtension(file), Channel.WhatsApp, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Story_goes_as_written(BotMode mode, string name, Channel channel, bool buttons)
    {
        var story = Story.Read(Path.Combine(AppContext.BaseDirectory, "Stories", mode.ToString(), name + ".txt"));
        var phone = (await worlds.OfAsync(mode, buttons)).NewPhone(channel);

        foreach (var exchange in story.Exchanges)
        {
            var before = phone.Replies.Count;
            var said = await SayAsync(phone, exchange.Said.Replace("{enlace}", LastLink(phone), StringComparison.Ordinal));
            var reply = await phone.WaitForReplyAsync(before);
            Check(exchange, reply, buttons);
            IsGone(phone, said).ShouldBe(exchange.Expected.Contains("(borrado)"), $"whether '{exchange.Said}' was deleted");
        }

        phone.Replies.Count.ShouldBe(story.Exchanges.Count, "one reply for everything that was said");
    }

    private static Task<PhoneMessage> SayAsync(Phone phone, string said) => said switch
    {
        ['(', .. var label, ')'] => phone.PressAsync(label),
        ['[', .. var sent] => phone.SendAsync(Enum.Parse<MessageKind>(sent[..sent.IndexOf(']', StringComparison.Ordinal)]), sent[(sent.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim()),
        _ => phone.TypeAsync(said),
    };

    private static string LastLink(Phone phone) => phone.Replies.SelectMany(reply => reply.Links).LastOrDefault(IsOneTime)?.AbsoluteUri ?? "";

    private static bool IsOneTime(Uri link) => link.AbsolutePath.StartsWith("/c/", StringComparison.Ordinal);

    private static bool IsGone(Phone phone, PhoneMessage said) =>
        phone.Transcript.Single(message => message.Number == said.Number) is { Deleted: true } or { Redacted: true };

    private static void Check(Exchange exchange, PhoneMessage reply, bool buttons)
    {
        var at = 0;
        foreach (var line in exchange.Expected)
        {
            if (line == "(borrado)")
                continue;
            if (line == "(enlace)")
            {
                reply.Links.ShouldContain(link => IsOneTime(link), $"after '{exchange.Said}'");
                continue;
            }

            if (line[0] == '[')
            {
                Options(reply, buttons).ShouldBe(Bracketed().Matches(line).Select(match => match.Groups["label"].Value), $"after '{exchange.Said}'");
                continue;
            }

            var found = reply.Text.IndexOf(line, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"after '{exchange.Said}' the reply should hold '{line}' but is: {reply.Text}");
            at = found + line.Length;
        }
    }

    private static IEnumerable<string> Options(PhoneMessage reply, bool buttons) => buttons
        ? reply.Buttons.Where(button => button.Url is null).Select(button => button.Label)
        : Numbered().Matches(reply.Text).Select(match => match.Groups["label"].Value);

    [GeneratedRegex(@"\[(?<label>[^\]]+)\]", RegexOptions.None, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\d+\. (?<label>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Numbered();
}
