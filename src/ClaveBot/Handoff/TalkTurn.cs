using ClaveBot.Channels;
using ClaveBot.Conversation;

namespace ClaveBot.Handoff;

/// <summary>What a person's turn means for writing to somebody; pure.</summary>
/// <param name="Talk">What the record knows of it from now on.</param>
/// <param name="Events">What the group must hear; committed with the turn.</param>
internal sealed record TalkTurn(Talk? Talk, IReadOnlyList<CaseEvent> Events)
{
    public static TalkTurn Of(
        ConversationId id, ConversationRecord record, MessageId message, IncomingContent content, TurnPlan plan, CaseRules rules, DateTimeOffset now)
    {
        if (content is IncomingContent.FromGroup { Value: var said } && rules.Refusal(record, said, now) is { } why)
            return new(why == CaseEventKind.Notified ? record.Talk! with { IsNotified = true } : record.Talk, [Tell(why)]);
        // The group itself, where the bot was greeted: who waits there is left alone.
        if (content is IncomingContent.InGroup)
            return new(record.Talk, []);
        var (wasIn, isIn) = (record.State == State.WithPerson, plan.Next == State.WithPerson);
        var before = wasIn ? record.Talk : null;
        List<CaseEvent> events = [];
        if (plan.PassesOn && content is IncomingContent.Text { Value: var text })
            events.Add(Tell(CaseEventKind.Asked) with { Text = text, IsFirst = before is not { HasWritten: true }, Channel = record.Chat.Channel, Language = record.Language });
        if (wasIn && !isIn && before is { HasWritten: true })
            events.Add(Tell(WhyItEnds(content)));
        if (!isIn)
            return new(plan.OffersPerson ? new Talk { IsOffered = true } : null, events);

        var isAnswer = content is IncomingContent.FromGroup { Value.Kind: CaseEventKind.Answered };
        var goesOn = isAnswer || !wasIn || message.Queue != MessageQueue.Events;
        return new(new()
        {
            Until = goesOn || before is null ? rules.EndsWithout(now) : before.Until,
            HasWritten = plan.PassesOn || before is { HasWritten: true },
            IsNotified = before is { IsNotified: true } && message.Queue == MessageQueue.Events,
            IsWaiting = plan.PassesOn || (before is { IsWaiting: true } && !isAnswer),
        }, events);

        CaseEvent Tell(CaseEventKind kind) => new() { Id = $"case:{kind}:{id.Text}:{message.Value}", Kind = kind, Case = id.Text };
    }

    private static CaseEventKind WhyItEnds(IncomingContent content) => content switch
    {
        IncomingContent.TalkOver => CaseEventKind.TimedOut,
        IncomingContent.FromGroup => CaseEventKind.Closed,
        _ => CaseEventKind.Left,
    };
}
