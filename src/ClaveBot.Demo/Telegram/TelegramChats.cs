using System.Collections.Concurrent;
using System.Globalization;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.Telegram;

/// <summary>What Telegram knows of the chats: messages, who blocked the bot, and which button presses wait for an answer.</summary>
internal sealed class TelegramChats(Transcript transcript, TimeProvider time)
{
    /// <summary>Longest time in which a bot may answer a press or delete a message.</summary>
    public static readonly TimeSpan PressLife = TimeSpan.FromSeconds(150);

    public static readonly TimeSpan DeleteLife = TimeSpan.FromHours(48);

    private readonly ConcurrentDictionary<string, bool> blocked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> publicNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> presses = new(StringComparer.Ordinal);

    public Transcript Transcript => transcript;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether anybody ever wrote there.</summary>
    public bool Has(string chat) => transcript.Knows(chat);

    /// <summary>Gives a group a public name.</summary>
    public void Publish(string chat, string name) => publicNames[chat] = name;

    public string? PublicNameOf(string chat) => publicNames.GetValueOrDefault(chat);

    public void Block(string chat, bool block) => blocked[chat] = block;

    public bool IsBlocked(string chat) => blocked.GetValueOrDefault(chat);

    public PhoneMessage Add(string chat, MessageKind kind, string text, bool fromBot, IReadOnlyList<PhoneButton>? buttons = null) =>
        transcript.Add(number => new PhoneMessage
        {
            Number = number,
            Chat = chat,
            Id = number.ToString(CultureInfo.InvariantCulture),
            FromBot = fromBot,
            Kind = kind,
            Text = text,
            At = Now,
            Buttons = buttons ?? [],
            Links = [.. (buttons ?? []).Select(button => button.Url).OfType<Uri>(), .. LinksIn.Text(text)],
        });

    public string AddPress()
    {
        var id = System.Security.Cryptography.RandomNumberGenerator.GetHexString(18, lowercase: true);
        presses[id] = Now;
        return id;
    }

    /// <summary>Whether the press could still be answered; it can only once.</summary>
    public bool AnswerPress(string id) => presses.TryRemove(id, out var at) && Now - at <= PressLife;

    public void Clear()
    {
        blocked.Clear();
        publicNames.Clear();
        presses.Clear();
        transcript.Clear();
    }
}
