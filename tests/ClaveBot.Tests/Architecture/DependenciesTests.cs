using System.Reflection;
using ClaveBot.Redis;
using ClaveBot.Settings;
using ClaveBot.Web;
using ClaveBot.Webhooks;
using NetArchTest.Rules;

namespace ClaveBot.Tests.Architecture;

/// <summary>What the compiled code uses, whatever the project files allow.</summary>
public sealed class DependenciesTests
{
    private static readonly Assembly Product = typeof(ClaveBotSettings).Assembly;
    private static readonly Assembly Webhooks = typeof(WebhookServices).Assembly;
    private static readonly Assembly Host = typeof(ClaveBotHost).Assembly;
    private static readonly Assembly Cli = Assembly.Load("ClaveBot.Cli");

    [Fact]
    public void The_product_knows_no_ASP_NET() => None(Product, "Microsoft.AspNetCore");

    [Fact]
    public void The_product_knows_nobody_above_it() => None(Product, "ClaveBot.Webhooks", "ClaveBot.Web", "ClaveBot.Demo", "ClaveBot.Cli");

    [Fact]
    public void Webhooks_know_neither_Redis_nor_the_state_machine() => None(Webhooks, "StackExchange.Redis", "Stateless");

    /// <summary>Of all that is behind a turn, they see one thing: that the store is away.</summary>
    [Fact]
    public void Webhooks_know_neither_the_store_nor_the_outbox() => None(Webhooks, [.. Product.GetTypes()
        .Where(type => type.Namespace is "ClaveBot.Redis" or "ClaveBot.Outbox" && !type.IsNested && type != typeof(StoreUnavailableException))
        .Select(type => type.FullName!)]);

    [Fact]
    public void The_host_knows_neither_the_demo_nor_the_commands() => None(Host, "ClaveBot.Demo", "ClaveBot.Cli");

    [Fact]
    public void The_commands_know_neither_the_host_nor_the_webhooks() =>
        None(Cli, "ClaveBot.Web", "ClaveBot.Webhooks", "ClaveBot.Demo", "Microsoft.AspNetCore", "Telegram.Bot");

    /// <summary>The folders that decide a turn know nothing of where it is kept or how it is sent.</summary>
    [Fact]
    public void The_steps_and_the_table_are_pure()
    {
        var pure = Types.InAssembly(Product).That().ResideInNamespace("ClaveBot.Conversation.Steps").Or().HaveNameEndingWith("Table", StringComparison.Ordinal);

        Judge(pure.ShouldNot().HaveDependencyOnAny("ClaveBot.Redis", "ClaveBot.Outbox", "ClaveBot.Channels", "System.IO", "System.Net", "System.Threading.Tasks"));
    }

    private static void None(Assembly assembly, params string[] unwanted) => Judge(Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(unwanted));

    private static void Judge(ConditionList rule) => (rule.GetResult().FailingTypeNames ?? []).ShouldBeEmpty();
}
