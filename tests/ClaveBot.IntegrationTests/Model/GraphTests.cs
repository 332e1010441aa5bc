using System.Text.Json;
using System.Text.Json.Nodes;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Settings;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>
/// R7: conversations saved by an older release continue. <c>graphs/graph-N.json</c> is the state graph of a past release and one record
/// as it wrote it: committed once, never changed. A release that changes the graph raises <see cref="StateGraph.Version"/> and adds its own.
/// </summary>
public sealed class GraphTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Model", "graphs");

    public static TheoryData<string> Snapshots => [.. Directory.EnumerateFiles(Folder, "graph-*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void R7_every_state_of_a_past_release_is_readable_or_names_its_successor(string snapshot)
    {
        var states = Read(snapshot)["modes"]!.AsObject().SelectMany(mode => mode.Value!.AsObject()).Select(state => state.Key).Distinct().ToList();

        states.Count.ShouldBeGreaterThan(10);
        states.ShouldAllBe(name => StateGraph.Read(name) != null);
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void R7_every_state_of_a_past_release_still_has_a_way_on(string snapshot)
    {
        foreach (var (mode, graph) in Read(snapshot)["modes"]!.AsObject())
        {
            using var table = new ConversationTable(Enum.Parse<BotMode>(mode));
            foreach (var state in graph!.AsObject().Select(state => StateGraph.Read(state.Key)!.Value))
                table.Allows(state, Trigger.Menu).ShouldBeTrue($"{state} in {mode}");
        }
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void R7_a_record_of_a_past_release_continues(string snapshot)
    {
        var record = RecordFormat.ReadRecord(Convert.FromBase64String(Read(snapshot)["record"]!.GetValue<string>()));

        record.State.ShouldBe(State.HasMail);
        record.Turn.ShouldBe(7);
        record.Chat.ShouldBe(new ChatAddress(Channel.WhatsApp, "whatsapp:+593990000001"));
        record.Seen.Contains(new(MessageQueue.Texts, "SM1")).ShouldBeTrue();
        using var table = new ConversationTable(BotMode.Operator);
        var plan = new Dialogue(table, new ClaveBotSettings { Mode = BotMode.Operator, PublicUrl = "https://clave.example.test" }).Plan(record, new IncomingContent.Text("sí"), DateTimeOffset.UnixEpoch);
        plan.Next.ShouldBe(State.LinkSent);
    }

    [Fact]
    public void R7_a_field_of_the_next_release_disturbs_nobody()
    {
        var record = JsonNode.Parse(RecordFormat.Write(Sample()))!.AsObject();
        record["g"] = StateGraph.Version + 1;
        record["zz"] = new JsonObject { ["new"] = true };

        RecordFormat.ReadRecord(JsonSerializer.SerializeToUtf8Bytes(record)).State.ShouldBe(State.HasMail);
    }

    /// <summary>A changed graph needs a new version and a new snapshot; this says so, and writes what to commit.</summary>
    [Fact]
    public void R7_the_graph_is_the_one_of_its_version()
    {
        var now = new JsonObject { ["modes"] = Graph(), ["record"] = Convert.ToBase64String(RecordFormat.Write(Sample())) };
        var file = Path.Combine(Folder, $"graph-{StateGraph.Version}.json");
        var proposed = Path.Combine(Path.GetTempPath(), $"graph-{StateGraph.Version}.json");
        var isSame = File.Exists(file) && JsonNode.DeepEquals(Read(Path.GetFileName(file))["modes"], now["modes"]);
        if (!isSame)
            File.WriteAllText(proposed, now.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

        isSame.ShouldBeTrue($"The graph changed: raise StateGraph.Version and commit {proposed} beside the older snapshots.");
    }

    private static JsonNode Read(string snapshot) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, snapshot)))!;

    private static JsonObject Graph()
    {
        var modes = new JsonObject();
        foreach (var mode in Enum.GetValues<BotMode>())
        {
            using var table = new ConversationTable(mode);
            var states = new JsonObject();
            foreach (var name in ConversationTable.Describe(mode).States.Select(state => state.UnderlyingState.ToString()!).Where(name => name != nameof(State.Anywhere)).Order(StringComparer.Ordinal))
                states[name] = Moves(table, Enum.Parse<State>(name));
            modes[mode.ToString()] = states;
        }

        return modes;
    }

    private static JsonObject Moves(ConversationTable table, State state)
    {
        var moves = new JsonObject();
        foreach (var trigger in Enum.GetValues<Trigger>().Where(trigger => table.Allows(state, trigger)).OrderBy(trigger => trigger.ToString(), StringComparer.Ordinal))
            moves[trigger.ToString()] = table.Fire(state, trigger).ToString();
        return moves;
    }

    private static ConversationRecord Sample() => new()
    {
        Chat = new(Channel.WhatsApp, "whatsapp:+593990000001"),
        State = State.HasMail,
        Turn = 7,
        Graph = StateGraph.Version,
        Seen = new SeenIds().With(new(MessageQueue.Texts, "SM1")),
        LastMessageAt = new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero),
    };
}
