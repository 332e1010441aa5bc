using System.Collections.Concurrent;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>What Twilio knows of the chats: messages, who blocked the sender, who opted out.</summary>
internal sealed class WhatsAppChats(Transcript transcript, TimeProvider time)
{
    /// <summary>How long after a person's message free text is allowed.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, bool> blocked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> optedOut = new(StringComparer.Ordinal);

    public Transcript Transcript => transcript;

    public DateTimeOffset Now => time.GetUtcNow();

    public void Block(string chat, bool block) => blocked[chat] = block;

    public bool IsBlocked(string chat) => blocked.GetValueOrDefault(chat);

    public void OptOut(string chat, bool optOut) => optedOut[chat] = optOut;

    public bool IsOptedOut(string chat) => optedOut.GetValueOrDefault(chat);

    public bool IsInWindow(string chat) => transcript.Of(chat).LastOrDefault(message => !message.FromBot) is { } last && Now - last.At < Window;

    public PhoneMessage Add(string chat, MessageKind kind, string text, bool fromBot, string status, WhatsAppRendering? rendering = null) =>
        transcript.Add(number => new PhoneMessage
        {
            Number = number,
            Chat = chat,
            Id = WhatsAppSid.Message(),
            FromBot = fromBot,
            Kind = kind,
            Text = text,
            At = Now,
            Status = status,
            Links = LinksIn.Text(text),
            Buttons = rendering?.Buttons ?? [],
            ListLabel = rendering?.ListLabel,
        });

    /// <summary>A message of any chat that Twilio still has.</summary>
    public PhoneMessage? Find(string sid) =>
        transcript.All().FirstOrDefault(message => !message.Deleted && string.Equals(message.Id, sid, StringComparison.Ordinal));

    public void Clear()
    {
        blocked.Clear();
        optedOut.Clear();
        transcript.Clear();
    }
}
