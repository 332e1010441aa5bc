using System.Security.Cryptography;
using ClaveBot.Audit;
using ClaveBot.Channels;
using ClaveBot.Keys;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace ClaveBot.IntegrationTests.Audit;

/// <summary>What the audit's chain promises, over every store.</summary>
public abstract class AuditContract : IAsyncLifetime
{
    private const string Audit = "{0}:audit";
    private const int Written = 6;

    private readonly KeyRing _keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), []);
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly List<RedisConnection> _open = [];
    private AuditReport _report = null!;

    protected abstract string Configuration { get; }

    private string Lines => LinesOf(_keys);

    private string Head => Lines + ":head";

    public virtual ValueTask InitializeAsync()
    {
        _report = new(Connect(), Replicas(), new AuditKeys(_keys), TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Connect().RunAsync(db => db.KeyDeleteAsync([Lines, Head, Lines + ":marks"]));
        foreach (var connection in _open)
            await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task L5_lines_are_numbered_chained_and_written_out_as_they_are_kept()
    {
        await WriteAsync(Trail(), Written);

        var kept = await KeptAsync();
        kept.Count.ShouldBe(Written);
        kept[0].ShouldStartWith("{\"n\":1,\"at\":\"");
        kept[^1].ShouldStartWith($"{{\"n\":{Written},");
        _output.ToString().ShouldBe(string.Join('\n', kept) + "\n");
        var verdict = await _report.VerifyAsync(_output.ToString().Split('\n'));
        verdict.IsWhole.ShouldBeTrue(string.Join('\n', verdict.Findings.Concat(verdict.CopyFindings)));
        (verdict.Lines, verdict.CopyLines).ShouldBe((Written, Written));
    }

    [Fact]
    public async Task L5_instances_that_write_at_once_write_one_chain_and_of_each_event_one_line()
    {
        const int each = 50;
        var trails = Enumerable.Range(0, 4).Select(_ => Trail()).ToList();

        // Every event is handed over by two of them, as after a crash.
        await Task.WhenAll(trails.Select((trail, i) => Task.Run(() => WriteAsync(trail, each, from: i / 2 * each))));

        (await KeptAsync()).Count.ShouldBe(2 * each);
        (await _report.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("LSET {0}:audit 2 edited", "Line 3")]
    [InlineData("LSET {0}:audit 2 reworded", "Line 3")]
    [InlineData("LREM {0}:audit 1 third", "Line 3 is missing")]
    [InlineData("swap", "out of its order")]
    [InlineData("LTRIM {0}:audit 0 -2", "cut off")]
    [InlineData("LTRIM {0}:audit 1 -1", "at the beginning")]
    [InlineData("HSET {0}:audit:head n 5", "head in Redis was altered")]
    [InlineData("DEL {0}:audit:head", "head in Redis was altered")]
    [InlineData("DEL {0}:audit", "cut off")]
    public async Task L5_whatever_is_done_to_the_lines_in_Redis_is_found(string command, string finding)
    {
        await WriteAsync(Trail(), Written);
        var lines = await KeptAsync();

        var edited = lines[2].Replace("\"wrong\"", "\"done\"", StringComparison.Ordinal);
        edited.ShouldNotBe(lines[2]);
        if (command == "swap")
        {
            await DoAsync("LSET", Lines, "2", lines[3]);
            await DoAsync("LSET", Lines, "3", lines[2]);
        }
        else
        {
            await DoAsync([.. command.Replace(Audit, Lines, StringComparison.Ordinal).Split(' ').Select(word => word switch
            {
                "edited" => edited,
                "reworded" => lines[2].Replace(",", ", ", StringComparison.Ordinal),
                "third" => lines[2],
                _ => word,
            })]);
        }

        (await _report.VerifyAsync()).Findings.ShouldContain(said => said.Contains(finding));
    }

    [Theory]
    [InlineData("edit", "not as it was written")]
    [InlineData("delete", "Line 3 is missing")]
    [InlineData("reorder", "out of its order")]
    [InlineData("cut", "cut off")]
    [InlineData("twice", "there twice")]
    public async Task L5_whatever_is_done_to_a_file_of_lines_is_found(string what, string finding)
    {
        await WriteAsync(Trail(), Written);
        var lines = await KeptAsync();
        List<string> file = what switch
        {
            "edit" => [.. lines.Select((line, i) => i == 2 ? line.Replace("\"wrong\"", "\"done\"", StringComparison.Ordinal) : line)],
            "delete" => [.. lines.Where((_, i) => i != 2)],
            "reorder" => [.. lines.Take(2), lines[3], lines[2], .. lines.Skip(4)],
            "cut" => [.. lines.SkipLast(1)],
            _ => [.. lines.Take(3), .. lines.Skip(2)],
        };

        (await _report.VerifyAsync(["info: something else a host wrote", .. file])).CopyFindings.ShouldContain(said => said.Contains(finding));
    }

    [Fact]
    public async Task L5_a_part_of_a_file_may_begin_and_end_anywhere()
    {
        await WriteAsync(Trail(), Written);
        var part = (await KeptAsync()).Skip(1).SkipLast(1).ToList();

        (await _report.VerifyAsync(part, isPart: true)).CopyFindings.ShouldBeEmpty();
        (await _report.VerifyAsync(part)).CopyFindings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task L5_a_head_that_was_altered_is_not_covered_up_by_the_next_line()
    {
        await WriteAsync(Trail(), Written);
        await DoAsync("LTRIM", Lines, "0", "-3");
        await DoAsync("HSET", Head, "n", "4");

        await WriteAsync(Trail(), 1, from: 100);

        (await _report.VerifyAsync()).Findings.ShouldContain(said => said.Contains("head had been altered"));
        (await KeptAsync()).Count.ShouldBe(Written - 2 + 2);
        (await _report.VerifyAsync(_output.ToString().Split('\n'))).CopyFindings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task L5_another_deployment_on_the_same_Redis_has_a_chain_of_its_own()
    {
        var other = _keys with { Index = RandomNumberGenerator.GetBytes(32) };
        var others = new AuditReport(Connect(), Replicas(), new AuditKeys(other), TimeProvider.System);
        await WriteAsync(Trail(), Written);

        await WriteAsync(Trail(other), 1);
        await WriteAsync(Trail(), 1, from: 100);

        (await _report.VerifyAsync()).ShouldSatisfyAllConditions(own => own.Findings.ShouldBeEmpty(), own => own.Lines.ShouldBe(Written + 1));
        (await others.VerifyAsync()).ShouldSatisfyAllConditions(own => own.Findings.ShouldBeEmpty(), own => own.Lines.ShouldBe(1));

        // Taken for its own, every line is found.
        await DoAsync("RENAME", Lines, LinesOf(other));
        (await others.VerifyAsync()).Findings.Count.ShouldBeGreaterThanOrEqualTo(Written);
        await DoAsync("DEL", LinesOf(other), LinesOf(other) + ":head", LinesOf(other) + ":marks");
    }

    private static Task WriteAsync(AuditTrail trail, int count, int from = 0) => Task.WhenAll(Enumerable.Range(from, count).Select(i => trail.AppendAsync(
        new($"event:{i}", new DateTimeOffset(2030, 1, 7, 12, 0, 0, TimeSpan.Zero), AuditAct.Refusal, "wrong", Channel.Telegram, "nobody"))));

    private static string LinesOf(KeyRing keys) => $"{Audit}:{new AuditKeys(keys).Chain}";

    private AuditTrail Trail(KeyRing? keys = null) => new(Connect(), Replicas(), new AuditKeys(keys ?? _keys), new AuditOutput(_output), TimeProvider.System, NullLogger<AuditTrail>.Instance);

    private static ReplicaGate Replicas() => new(new RedisSettings(), NullLogger<ReplicaGate>.Instance);

    private async Task<IReadOnlyList<string>> KeptAsync()
    {
        var lines = new List<string>();
        await foreach (var line in _report.LinesAsync())
            lines.Add(line);
        return lines;
    }

    private Task<RedisResult> DoAsync(params string[] command) => Connect().RunAsync(db => db.ExecuteAsync(command[0], [.. command.Skip(1)]));

    private RedisConnection Connect()
    {
        var connection = new RedisConnection(new RedisSettings { Configuration = Configuration });
        _open.Add(connection);
        return connection;
    }
}
