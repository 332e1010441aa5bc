using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Telegram;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

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
                // Where options are numbered there is no button to press.
                if (!File.ReadLines(file).Contains("# buttons", StringComparer.Ordinal))
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
        var (world, pages, group) = await worlds.OfAsync(mode, buttons, story.Kind);
        var phone = world.NewPhone(channel);
        var another = world.NewPhone(channel);
        await pages.NextAsync();
        var (heard, seen) = (0, group?.Phone.Replies.Count ?? 0);

        foreach (var exchange in story.Exchanges)
        {
            PhoneMessage? said = null;
            var beforeInGroup = group?.Phone.Replies.Count ?? 0;
            switch (exchange.By)
            {
                case Teller.Person:
                    said = await SayAsync(phone, exchange.Said.Replace("{enlace}", LastLink(phone), StringComparison.Ordinal));
                    break;
                case Teller.Operator:
                    await ReplyAsync(group!.Phone, exchange.Said);
                    break;
                case Teller.Page:
                    await pages.DoAsync(exchange.Said, phone, another);
                    break;
                case Teller.Clock:
                    group!.Clock.GoOn(exchange.Said);
                    break;
            }

            var hears = exchange.Expected.Count > 0 ? phone.WaitForReplyAsync(heard++) : null;
            var sees = exchange.Group.Count > 0 ? group!.Phone.WaitForReplyAsync(beforeInGroup) : null;
            if (exchange.By == Teller.Clock)
                await group!.Clock.PassUntilAsync(Task.WhenAll(new[] { hears, sees }.OfType<Task>()));
            if (hears is not null)
            {
                Check(exchange.Said, exchange.Expected, await hears, buttons);
                if (StatesIn(exchange.Expected) is { Length: > 0 } states)
                    states.ShouldContain((await StateAsync(world, new(channel, phone.Chat))).ToString(), $"after '{exchange.Said}'");
            }

            if (sees is not null)
                Check(exchange.Said, exchange.Group, await sees, buttons: true);
            if (said is not null)
                IsGone(phone, said).ShouldBe(exchange.Expected.Contains("(borrado)"), $"whether '{exchange.Said}' was deleted");
        }

        phone.Replies.Count.ShouldBe(story.Exchanges.Count(exchange => exchange.Expected.Count > 0), "one reply for everything that has one");
        (group?.Phone.Replies.Count ?? 0).ShouldBe(seen + story.Exchanges.Count(exchange => exchange.Group.Count > 0), "nothing else in the group");
    }

    private static string[] StatesIn(IEnumerable<string> expected) => expected.FirstOrDefault(line => line[0] == '{')?.Trim('{', '}').Split('|') ?? [];

    private static async Task<State> StateAsync(BotWorld world, ChatAddress chat) => (await world.Services.GetRequiredService<ConversationStore>()
        .LoadAsync(ConversationId.Of(chat, world.Services.GetRequiredService<KeyRing>())))!.State;

    private static Task<PhoneMessage> ReplyAsync(TelegramPhone group, string said) => said is ['[', .. var kind, ']']
        ? group.ReplyAsync(group.Replies[^1], Enum.Parse<MessageKind>(kind))
        : group.ReplyAsync(group.Replies[^1], said);

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

    private static void Check(string said, IEnumerable<string> expected, PhoneMessage reply, bool buttons)
    {
        var at = 0;
        foreach (var line in expected)
        {
            if (line == "(borrado)" || line[0] == '{')
                continue;
            if (line == "(enlace)")
            {
                reply.Links.ShouldContain(link => IsOneTime(link), $"after '{said}'");
                continue;
            }

            if (line[0] == '[')
            {
                Options(reply, buttons).ShouldBe(Bracketed().Matches(line).Select(match => match.Groups["label"].Value), $"after '{said}'");
                continue;
            }

            var found = reply.Text.IndexOf(line, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"after '{said}' the reply should hold '{line}' but is: {reply.Text}");
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
