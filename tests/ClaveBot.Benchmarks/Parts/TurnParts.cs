using System.Text;
using BenchmarkDotNet.Attributes;
using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Conversation;
using ClaveBot.Keys;
using ClaveBot.Settings;
using ClaveBot.Webhooks.Telegram;

namespace ClaveBot.Benchmarks.Parts;

/// <summary>The parts of a turn that need nobody else, in the order in which a turn does them.</summary>
[Config(typeof(ShortRun))]
public class TurnParts : IDisposable
{
    private static readonly byte[] Place = "record|benchmark"u8.ToArray();

    private static readonly byte[] Update = Encoding.UTF8.GetBytes(
        """{"update_id":900000001,"message":{"message_id":9,"from":{"id":7000000001,"is_bot":false,"first_name":"Ana","language_code":"es"},"chat":{"id":7000000001,"first_name":"Ana","type":"private"},"date":1790000000,"text":"no entiendo"}}""");

    private readonly ClaveBotSettings _settings = MeasuredSettings.Of(1);
    private readonly Sealer _sealer;
    private readonly KeyRing _keys;
    private readonly ConversationTable _table = new(BotMode.Portal);
    private readonly Dialogue _dialogue;
    private readonly TelegramIdentity _me;
    private readonly ConversationRecord _record;
    private readonly byte[] _plain;
    private readonly byte[] _sealed;
    private readonly OutgoingMessage _message;

    public TurnParts()
    {
        _keys = new(Convert.FromBase64String(_settings.Keys.Index), Convert.FromBase64String(_settings.Keys.Current), []);
        _sealer = new(_keys);
        _dialogue = new(_table, _settings);
        _me = new(_settings.Telegram);
        var seen = new SeenIds();
        for (var id = 0; id < SeenIds.Kept; id++)
            seen = seen.With(new(MessageQueue.Texts, FormattableString.Invariant($"{900_000_000 + (id * 5_000)}")));
        _record = new() { Chat = new(Channel.Telegram, "7000000001"), State = State.OpenServices, Turn = 12, Seen = seen, LastMessageAt = DateTimeOffset.UnixEpoch };
        _plain = RecordFormat.Write(_record);
        _sealed = _sealer.Seal(_plain, Place);
        _message = new(_record.Chat, new string('ñ', 300), [new("Siguiente", "OpenServices:13:Next"), new("Atrás", "OpenServices:13:Back"), new("Algo salió mal", "OpenServices:13:Trouble")]);
    }

    [Benchmark]
    public object? ReadUpdate() => TelegramMapper.Map(TelegramReader.Read(Update)!, _me);

    [Benchmark]
    public object NameConversation() => ConversationId.Of(_record.Chat, _keys);

    [Benchmark]
    public object OpenRecord() => _sealer.TryOpen(_sealed, Place, out var plain) ? RecordFormat.ReadRecord(plain) : throw new InvalidOperationException("It must open.");

    [Benchmark]
    public object PlanTurn() => _dialogue.Plan(_record, new IncomingContent.Text("no entiendo"), DateTimeOffset.UnixEpoch);

    [Benchmark]
    public object WriteRecord() => RecordFormat.Write(_record);

    [Benchmark]
    public object Seal() => _sealer.Seal(_plain, Place);

    [Benchmark]
    public object WriteMessage() => new TelegramSendMessage(7000000001, _message).ToHttpContent();

    public void Dispose()
    {
        _sealer.Dispose();
        _table.Dispose();
        GC.SuppressFinalize(this);
    }
}
