using ClaveBot.Comments;
using ClaveBot.Conversation;
using ClaveBot.Handoff;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;
using ClaveBot.Persons;
using ClaveBot.Redis;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaveBot;

/// <summary>The parts of the product that have no settings of their own to read.</summary>
public static class ClaveBotServices
{
    /// <summary>What is kept in Redis.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, ClaveBotSettings settings) => services
        .AddSingleton(_ => new RedisConnection(settings.Redis))
        .AddSingleton<RedisCheckup>()
        .AddHostedService(provider => provider.GetRequiredService<RedisCheckup>())
        .AddSingleton(provider => new ReplicaGate(settings.Redis, provider.GetRequiredService<ILogger<ReplicaGate>>()))
        .AddSingleton<SealedItems>()
        .AddSingleton<SealedComments>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<CommentList>()
        .AddSingleton<LaneStore>()
        .AddSingleton<SentCounter>()
        .AddSingleton<InboxStore>()
        .AddSingleton<DueIndex>()
        .AddSingleton<LinkStore>()
        .AddSingleton<PersonStore>();

    /// <summary>The state machine and the handler of a turn.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services, ClaveBotSettings settings) => services
        .AddSingleton(_ => new ConversationTable(settings.Mode))
        .AddSingleton<Dialogue>()
        .AddSingleton<Desk>()
        .AddSingleton<Deadlines>()
        .AddSingleton<TurnComposer>()
        .AddSingleton<TurnHandler>()
        .AddSingleton<DueConversation>()
        .AddSingleton<MissedMessages>()
        .AddHostedService(provider => provider.GetRequiredService<MissedMessages>());

    /// <summary>Sending what turns committed, and what is due.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxMetrics>()
        .AddSingleton<BulkBudget>()
        .AddSingleton<DailyCap>()
        .AddHostedService(provider => provider.GetRequiredService<DailyCap>())
        .AddSingleton<SendLimits>()
        .AddSingleton<Reachability>()
        .AddSingleton<AccountEvents>()
        .AddSingleton<CaseMetrics>()
        .AddSingleton<CaseEvents>()
        .AddHostedService<CaseWatch>()
        .AddSingleton<Delivery>()
        // A turn hands what it committed to the outbox, and the outbox hands events to turns.
        .AddSingleton(provider => new Lazy<TurnHandler>(provider.GetRequiredService<TurnHandler>))
        .AddSingleton<LaneSender>()
        .AddSingleton<OutboxSender>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxSender>())
        .AddSingleton<DueLoop>()
        .AddHostedService(provider => provider.GetRequiredService<DueLoop>());

    /// <summary>The one-time links and what their pages may do.</summary>
    public static IServiceCollection AddPasswordLinks(this IServiceCollection services) => services
        .AddSingleton<ChangeRecovery>()
        .AddSingleton<CodeStore>()
        .AddSingleton<RecoveryRunner>()
        .AddSingleton<RecoveryPages>()
        .AddSingleton<PasswordPages>();
}
