using System.Reflection;
using ClaveBot.Settings;
using ClaveBot.Web;
using ClaveBot.Webhooks;

namespace ClaveBot.Tests.Architecture;

/// <summary>
/// A record prints its properties, so that one careless log line, exception or debugger shows them all. What could hold something of a
/// person, a clave, a link or a message does not print it.
/// </summary>
public sealed class PrintingTests
{
    // What these print is about no person: names of settings and limits, keyed hashes, figures, sentences of our own, what went wrong.
    private static readonly string[] Harmless =
    [
        "SettingError", "LinkOpening", "LinkClosing", "SentMark", "ParkedMessage", "KnownChat", "PersonKey", "LinkKey", "LeasedLane",
        "UnsentItem", "Limit", "LimitUse", "LimitCount", "LimitSubject", "ConversationId", "Prompt", "TurnPlan", "MessageId", "Button",
        "TwilioReply", "TelegramWebhookStatus", "DueEntry+Timer", "DueEntry+Unsent", "DueEntry+Change", "ReplicaRounds+Written",
        "SendResult+Retry", "SendResult+Undeliverable", "TelegramEntity", "Notice", "GuideView", "TimeLeft", "MailVerdict", "Admission+Told", "Topic", "Surroundings", "LexiconWord", "Lexicon+Form",
    ];

    private static readonly Type[] Assemblies = [typeof(ClaveBotSettings), typeof(WebhookServices), typeof(ClaveBotHost)];

    /// <summary>What fails here overrides ToString or, when nothing of a person can be in it, is named above.</summary>
    [Fact]
    public void L1_no_record_prints_what_it_holds() => Assemblies
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && IsRecord(type))
        .Where(type => Canary.Of(type)!.ToString()!.Contains(Canary.Text, StringComparison.Ordinal))
        .Select(type => type.FullName![(type.Namespace!.Length + 1)..])
        .Except(Harmless)
        .ShouldBeEmpty();

    [Fact]
    public void A_record_that_prints_what_it_holds_would_be_noticed() => new Printing("").GetType().ShouldSatisfyAllConditions(
        type => IsRecord(type).ShouldBeTrue(),
        type => Canary.Of(type)!.ToString()!.ShouldContain(Canary.Text));

    // The compiler writes this method into every record, and into nothing else.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private sealed record Printing(string Text);
}
