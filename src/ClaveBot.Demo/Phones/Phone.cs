using ClaveBot.Channels;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Phones;

/// <summary>A made-up person's phone with the bot's chat open.</summary>
public abstract class Phone
{
    private readonly Transcript transcript;
    private readonly Bell bell;

    private protected Phone(Channel channel, string chat, Transcript transcript, Bell bell)
    {
        Channel = channel;
        Chat = chat;
        this.transcript = transcript;
        this.bell = bell;
    }

    public Channel Channel { get; }

    /// <summary>The chat's name on its channel, as in <see cref="ChatAddress.Id"/>.</summary>
    public string Chat { get; }

    /// <summary>Both directions in order, deleted messages too.</summary>
    public IReadOnlyList<PhoneMessage> Transcript => transcript.Of(Chat);

    /// <summary>What the bot said, in order.</summary>
    public IReadOnlyList<PhoneMessage> Replies => [.. Transcript.Where(message => message.FromBot)];

    /// <summary>Types and sends a text.</summary>
    public abstract Task<PhoneMessage> TypeAsync(string text);

    /// <summary>Chooses the newest option that reads <paramref name="label"/>.</summary>
    /// <exception cref="InvalidOperationException">No message offers it.</exception>
    public abstract Task<PhoneMessage> PressAsync(string label);

    /// <summary>Presses one button of one message, however old.</summary>
    public abstract Task<PhoneMessage> PressAsync(PhoneMessage message, PhoneButton button);

    /// <summary>Sends something that is not a typed text, with words below it; of a forwarded message they are the message.</summary>
    public abstract Task<PhoneMessage> SendAsync(MessageKind kind, string words = "");

    /// <summary>Blocks the bot: nothing it sends arrives.</summary>
    public abstract Task BlockAsync();

    public abstract Task UnblockAsync();

    /// <summary>Waits until the bot said more than <paramref name="afterCount"/> messages; the first of those beyond.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public Task<PhoneMessage> WaitForReplyAsync(int afterCount, TimeSpan? timeout = null) =>
        bell.WaitForAsync(() => Replies.ElementAtOrDefault(afterCount), $"reply number {afterCount + 1} on {Channel}", timeout);

    /// <summary>Types and waits for the bot's next message.</summary>
    public Task<PhoneMessage> AskAsync(string text, TimeSpan? timeout = null) => AnsweredAsync(() => TypeAsync(text), timeout);

    /// <summary>Presses and waits for the bot's next message.</summary>
    public Task<PhoneMessage> ChooseAsync(string label, TimeSpan? timeout = null) => AnsweredAsync(() => PressAsync(label), timeout);

    /// <summary>The newest undeleted message of the bot that satisfies <paramref name="fits"/>.</summary>
    private protected PhoneMessage? NewestReply(Func<PhoneMessage, bool> fits) =>
        Transcript.LastOrDefault(message => message.FromBot && !message.Deleted && fits(message));

    private async Task<PhoneMessage> AnsweredAsync(Func<Task> act, TimeSpan? timeout)
    {
        var before = Replies.Count;
        await act();
        return await WaitForReplyAsync(before, timeout);
    }
}
