using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Redis;
using ClaveBot.Settings;

namespace ClaveBot.Handoff;

/// <summary>Delivers what persons' conversations and the operators' group tell each other. Delivered twice, it has one effect: the receiver knows its id.</summary>
public sealed class CaseEvents(Lazy<TurnHandler> turns, CaseMetrics metrics, ClaveBotSettings settings)
{
    /// <exception cref="StoreUnavailableException">Redis is away: it may not have arrived.</exception>
    public async Task<SendResult> DeliverAsync(CaseEvent said, CancellationToken cancellationToken)
    {
        var outcome = said.IsForGroup ? await TellGroupAsync(said, cancellationToken) : await TellPersonAsync(said, cancellationToken);
        if (outcome == TurnOutcome.Committed)
            metrics.Told(said.Kind);
        return new SendResult.Sent();
    }

    /// <summary>A message was given up; its other side hears.</summary>
    /// <param name="from">Whose lane it waited in.</param>
    /// <param name="order">Its place there.</param>
    /// <param name="about">The case.</param>
    /// <param name="why">What to tell the group when it was for the person.</param>
    /// <param name="cancellationToken">Stops telling.</param>
    /// <exception cref="StoreUnavailableException">Redis is away: it may not have been told.</exception>
    public async Task LostAsync(ConversationId from, long order, string about, CaseEventKind why, CancellationToken cancellationToken)
    {
        var kind = from.Text == about ? why : CaseEventKind.NotPassedOn;
        await DeliverAsync(new() { Id = $"lost:{from.Text}:{order}", Kind = kind, Case = about }, cancellationToken);
    }

    private async Task<TurnOutcome> TellGroupAsync(CaseEvent said, CancellationToken cancellationToken)
    {
        if (settings.Operators is { IsOn: true, Group: { } group })
            return await turns.Value.HandleAsync(group, said.Id, new IncomingContent.ToGroup(said), cancellationToken);
        // The setting was taken away meanwhile.
        return said.Kind == CaseEventKind.Asked
            ? await TellPersonAsync(said with { Id = "off:" + said.Id, Kind = CaseEventKind.NotPassedOn, Text = null }, cancellationToken)
            : TurnOutcome.Ignored;
    }

    private async Task<TurnOutcome> TellPersonAsync(CaseEvent said, CancellationToken cancellationToken)
    {
        var outcome = await turns.Value.HandleAsync(ConversationId.Parse(said.Case), said.Id, new IncomingContent.FromGroup(said), cancellationToken);
        // Erased or forgotten: nobody is there to say so.
        if (outcome == TurnOutcome.Ignored && said.Kind is CaseEventKind.Answered or CaseEventKind.Ended)
            await TellGroupAsync(new() { Id = "over:" + said.Id, Kind = CaseEventKind.Over, Case = said.Case }, cancellationToken);
        return outcome;
    }
}
