using System.Collections.Concurrent;
using ClaveBot.Channels;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>What the next send of an instance meets.</summary>
internal enum Fate
{
    Accepted,

    /// <summary>The messenger asks to come again.</summary>
    Refused,

    /// <summary>The instance dies before the messenger sees anything.</summary>
    DiesBefore,

    /// <summary>The messenger accepts, and the instance dies before it hears so.</summary>
    DiesAfter,
}

/// <summary>The messenger as one instance meets it. An instance that dies at a send says nothing any more.</summary>
internal sealed class Messenger : IChannelSender
{
    private readonly ConcurrentQueue<Fate> _fates = new();
    private ConcurrentDictionary<string, ConcurrentQueue<OutgoingMessage>> _chats = new();

    public Channel Channel => Channel.Telegram;

    public bool IsDead { get; set; }

    /// <summary>How many messages were accepted without the instance hearing so.</summary>
    public int Unheard { get; private set; }

    public Messenger Into(ConcurrentDictionary<string, ConcurrentQueue<OutgoingMessage>> chats)
    {
        _chats = chats;
        return this;
    }

    public void Next(Fate fate) => _fates.Enqueue(fate);

    public Task<SendResult> UnsayAsync(ChatAddress chat, string copy, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var fate = IsDead || !_fates.TryDequeue(out var next) ? Fate.Accepted : next;
        if (fate == Fate.Refused)
            return Task.FromResult<SendResult>(new SendResult.Retry(TimeSpan.FromSeconds(1), "asked to wait"));
        if (!IsDead && fate is Fate.Accepted or Fate.DiesAfter)
            _chats.GetOrAdd(message.To.Id, static _ => new()).Enqueue(message);
        if (!IsDead && fate == Fate.Accepted)
            return Task.FromResult<SendResult>(new SendResult.Sent());
        if (fate == Fate.DiesAfter)
            Unheard++;
        IsDead = true;
        // Neither waits, so that it keeps no lease, nor has an outcome that would be noted.
        throw new OperationCanceledException("A dead instance says nothing any more.");
    }
}
