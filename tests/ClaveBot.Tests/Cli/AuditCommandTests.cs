using ClaveBot.Accounts;
using ClaveBot.Channels;
using ClaveBot.Demo.Store;
using ClaveBot.Settings;
using ClaveBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Tests.Cli;

/// <summary><c>audit verify</c>, <c>audit show</c> and <c>unfreeze</c>, run as operators run them, beside the real host.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clavebot-audit-");
    private EmbeddedRedis _redis = null!;
    private BotWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = EmbeddedRedis.Start(_folder.FullName);
        _world = await BotWorld.StartAsync(BotMode.Operator, _redis.Configuration);
        using var browser = new PageClient(_world.Url);
        var page = await browser.GetAsync(await Journey.ToLinkAsync(_world.NewPhone(Channel.Telegram)));
        await Journey.ProveAsync(browser, page, TestPeople.Ana, "no es la clave");
        await Journey.ProveAsync(browser, page, TestPeople.Beto, "tampoco es esta");
    }

    [Fact]
    public async Task L5_verify_says_whether_Redis_and_a_file_are_whole()
    {
        var file = Path.Combine(_folder.FullName, "lines.log");
        await File.WriteAllTextAsync(file, "info: started\n" + _world.AuditLines, TestContext.Current.CancellationToken);

        var whole = await CliProgram.RunAsync(_world.Settings, "audit", "verify", file);
        whole.Output.ShouldBe("Redis: 2 lines, whole\nlines.log: 2 lines, whole\n", whole.Error);
        whole.Status.ShouldBe(0);

        await File.WriteAllTextAsync(file, _world.AuditLines.Replace("wrong", "right", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var edited = await CliProgram.RunAsync(_world.Settings, "audit", "verify", file);
        edited.Status.ShouldBe(1);
        edited.Output.ShouldContain("lines.log: 2 lines, NOT whole\n  Line 1");
    }

    [Fact]
    public async Task L5_show_prints_all_lines_or_those_of_one_person()
    {
        (await CliProgram.RunAsync(_world.Settings, "audit", "show")).Output.ShouldBe(_world.AuditLines);

        var anas = await CliProgram.SayAsync(TestPeople.Ana.Cedula + "\n", _world.Settings, "audit", "show", "--person");

        anas.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("{\"n\":1,");
        (await CliProgram.SayAsync(TestPeople.Carla.Cedula + "\n", _world.Settings, "audit", "show", "--person")).Status.ShouldBe(1);
    }

    [Fact]
    public async Task L6_an_operator_unfreezes_and_that_is_on_record()
    {
        Cedula.TryParse(TestPeople.Ana.Cedula, out var cedula).ShouldBeTrue();
        var directory = _world.Services.GetRequiredService<IAccountDirectory>();
        (await directory.FreezeAsync(cedula!, TestContext.Current.CancellationToken)).ShouldBe(FreezeResult.Done);

        var run = await CliProgram.SayAsync(TestPeople.Ana.Cedula + "\n", _world.Settings, "unfreeze");

        run.Status.ShouldBe(0, run.Error);
        (await directory.ReadAsync(cedula!, TestContext.Current.CancellationToken)).ShouldBeOfType<ReadResult.Found>().Frozen.ShouldBeFalse();
        var shown = (await CliProgram.SayAsync(TestPeople.Ana.Cedula + "\n", _world.Settings, "audit", "show", "--person")).Output;
        shown.ShouldContain("\"act\":\"unfreeze\",\"outcome\":\"asked\"");
        shown.ShouldContain("\"act\":\"unfreeze\",\"outcome\":\"done\"");
        (run.Output + run.Error + shown).ShouldNotContain(TestPeople.Ana.Cedula);
        (await CliProgram.RunAsync(_world.Settings, "audit", "verify")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task L6_nobody_is_unfrozen_without_a_cedula_or_an_account()
    {
        (await CliProgram.SayAsync("1700000002\n", _world.Settings, "unfreeze")).Error.ShouldContain("no cédula");
        (await CliProgram.SayAsync("1759999996\n", _world.Settings, "unfreeze")).Error.ShouldContain("no such account");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
