using ClaveBot.Channels;
using ClaveBot.Channels.Telegram;
using ClaveBot.Comments;
using ClaveBot.Handoff;
using ClaveBot.Keys;
using ClaveBot.Mail;
using ClaveBot.Outbox;
using ClaveBot.PasswordLinks;
using ClaveBot.Persons;
using ClaveBot.Redis;
using ClaveBot.Reminders;
using ClaveBot.SecretGuard;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>Makes of what the dialogue decided the one commit of a turn: record, reply, link, notices.</summary>
public sealed class TurnComposer(Dialogue dialogue, ClaveChangedNotice changed, AccountFrozenNotice frozen, Desk desk, TelegramIdentity telegram, KeyRing keys, ClaveBotSettings settings, TimeProvider time)
{
    private readonly ClosedChat closed = new(settings, time);

    // An ended link is kept in Redis for an hour or so: few people ask for more.
    private const int OldLinksKept = 4;

    private static readonly TimeSpan BetweenOwnWords = TimeSpan.FromHours(1);

    private readonly QuietHours quiet = QuietHours.Of(settings);
    private readonly CaseRules _rules = new(settings);

    /// <summary>The commit of one message; <paramref name="record"/> carries the revision that was read.</summary>
    public Commit Compose(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content)
    {
        var now = time.GetUtcNow();
        if (desk.Turn(record, message, content, IsTooLate(record, message), now) is { } turn)
            return OfDesk(id, record, message, turn, now);
        var secret = TypedSecrets.In(record, content);
        // Only the dialogue takes it for something else: the spinner of a button that was pressed long ago is stopped all the same.
        var understood = IsTooLate(record, message) && content is not IncomingContent.OptedOut ? new IncomingContent.Unsupported(UnsupportedKind.Late) : content;
        if (record.Alerts.Count > 0)
            record = record with { Alerts = record.Alerts.Current(now, (content as IncomingContent.Press)?.Payload) };
        return Compose(id, record, message, content, dialogue.Plan(record, understood, now, secret), secret);
    }

    /// <summary>The commit of a message that is answered with one sentence and moves nothing.</summary>
    public Commit ComposeNotice(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content, string sentence) =>
        Compose(id, record, message, content, TurnPlan.Stay(record, new(sentence, [])), TypedSecrets.In(record, content));

    /// <summary>The commit of a message that is answered by nothing: only what must not be in the chat is taken out of it. Null: there is nothing of the kind.</summary>
    public Commit? ComposeSilence(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content) =>
        TypedSecrets.In(record, content) is not TypedSecret.Clean and var secret && message.Copy is not null
            ? Compose(id, record, message, content, TurnPlan.Stay(record, null), secret)
            : null;

    private Commit OfDesk(ConversationId id, ConversationRecord record, MessageId message, DeskTurn turn, DateTimeOffset now)
    {
        var isEvent = message.Queue == MessageQueue.Events;
        var next = record with
        {
            Graph = StateGraph.Version,
            Talk = turn.Talk,
            Seen = IsTooLate(record, message) ? record.Seen : record.Seen.With(message),
            LastMessageAt = isEvent ? record.LastMessageAt : now,
            LastEventAt = isEvent ? now : record.LastEventAt,
        };
        return new() { Id = id, Record = next, DueAt = NextDue(next), Messages = turn.Messages, Events = [.. turn.Events.Select(said => new OutboxItem.Case(said))] };
    }

    private Commit Compose(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content, TurnPlan plan, TypedSecret secret)
    {
        var now = time.GetUtcNow();
        var (link, open, close) = Link(id, record, plan, content, now);
        var isEvent = message.Queue == MessageQueue.Events;
        var reply = record.IsErased || (isEvent && record.IsUnreachable) ? null : plan.Reply;
        var account = AccountTurn.Of(id, record, message, content, plan.Account, keys, now);
        var talk = TalkTurn.Of(id, record, message, content, plan, _rules, now);
        var erases = record.IsErased || plan.Account == AccountEffect.Erase;
        var next = record with
        {
            State = plan.Next,
            Before = plan.Before,
            Offered = plan.Offers,
            Language = plan.Language,
            Graph = StateGraph.Version,
            Turn = reply is { Choices.Count: > 0 } ? record.Turn + 1 : record.Turn,
            Link = link,
            OldLinks = record.Link is { } before && before.Nonce != link?.Nonce ? [before.Nonce, .. record.OldLinks.Take(OldLinksKept - 1)] : record.OldLinks,
            Seen = IsTooLate(record, message) ? record.Seen : record.Seen.With(message),
            LastMessageAt = isEvent ? record.LastMessageAt : now,
            LastEventAt = isEvent ? now : record.LastEventAt,
            IsUnreachable = content is IncomingContent.OptedOut || (isEvent && record.IsUnreachable),
            Persons = account.Persons,
            Alerts = account.Alerts,
            Talk = talk.Talk,
            Reminder = plan.Reminder,
            IsNudged = isEvent && (record.IsNudged || (content is IncomingContent.ReminderDue && reply is not null)),
            ClaveUntil = ClaveUntil.After(content, record),
            Consents = plan.Consents,
            Comments = plan.Comment is { } left ? record.Comments.With(left) : record.Comments,
        };
        return new()
        {
            Id = id,
            Record = erases ? next.Erased() : next,
            Erases = erases,
            Traces = erases ? [.. next.OldLinks.Select(nonce => LinkToken.KeyOf(LinkToken.Of(id, nonce, keys))!.Value)] : [],
            DueAt = NextDue(next),
            Unsaid = secret != TypedSecret.Clean && message.Copy is { } copy ? [new(record.Chat, copy)] : [],
            Messages = reply is null ? [] : [MessageOf(id, record.State, next, plan, reply, content)],
            Notices = [.. Mails(content).Select(mail => new OutboxItem.Notice(mail))],
            Events = [.. account.Events.Select(said => new OutboxItem.Account(said)), .. talk.Events.Select(said => new OutboxItem.Case(said))],
            Open = open,
            Close = close,
            Comment = erases ? null : plan.Comment,
        };
    }

    /// <summary>When somebody must look at a conversation next: its link's end, its reminder, the bot's turn again after a person's, or the end of its retention.</summary>
    public DateTimeOffset NextDue(ConversationRecord record)
    {
        var next = RetentionEnd(record);
        if (ReminderAt(record) is { } reminder && reminder < next)
            next = reminder;
        if (record.Link is { } link && link.Until < next)
            next = link.Until;
        return record.Talk?.End is { } over && over < next ? over : next;
    }

    /// <summary>
    /// When the person is reminded; null when not at all. Not in quiet hours, and not in the midst of a change, of a talk with a person, or right after something else
    /// that the bot said by itself.
    /// </summary>
    public DateTimeOffset? ReminderAt(ConversationRecord record)
    {
        if (record.Reminder is not { } at)
            return null;
        var after = record.Link is { } link && link.Until > record.LastEventAt ? link.Until : record.LastEventAt;
        after = record.Talk?.End is { } over && over > after ? over : after;
        return quiet.Next(at > after + BetweenOwnWords ? at : after + BetweenOwnWords);
    }

    /// <summary>When it may be said at the earliest, seen from now: a host that slept may find a reminder at night.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset now) => quiet.Next(now);

    /// <summary>When nobody needs a conversation any more: it counts from the last thing that happens in it, whoever does it.</summary>
    public DateTimeOffset RetentionEnd(ConversationRecord record) =>
        record.LastThingAt + settings.Retention.Conversation;

    /// <summary>Where the link of a record is stored; null when it has none.</summary>
    public LinkKey? KeyOf(ConversationId id, OpenLink? link) =>
        link is null ? null : LinkToken.KeyOf(LinkToken.Of(id, link.Nonce, keys));

    private bool IsTooLate(ConversationRecord record, MessageId message) =>
        record.Seen.IsTooLate(message, time.GetUtcNow() - record.LastMessageAt);

    private (OpenLink? Link, LinkOpening? Open, LinkClosing? Close) Link(
        ConversationId id, ConversationRecord record, TurnPlan plan, IncomingContent content, DateTimeOffset now)
    {
        var effect = plan.Link;
        if (effect == LinkEffect.Repeat)
            effect = record.Link is { } live && live.Until > now ? LinkEffect.Keep : LinkEffect.Issue;
        switch (effect)
        {
            case LinkEffect.Issue:
                var issued = new OpenLink(LinkToken.NewNonce(), now + settings.Links.Life);
                // The life counts from being sent; the cap holds when sending takes long.
                var opening = new LinkOpening(KeyOf(id, issued)!.Value, plan.Carries!.Purpose, now + (settings.Links.Life * 1.5));
                return (issued, opening, Current() is { } old ? new(old, LinkCloseMode.Replace, LinkEnd.Replaced) : null);
            case LinkEffect.Cancel:
                return (null, null, Current() is { } given ? new(given, LinkCloseMode.Cancel, LinkEnd.Cancelled) : null);
            case LinkEffect.Erase:
                return (null, null, null);
            case LinkEffect.Forget:
                return content switch
                {
                    IncomingContent.ClaveChanged { Settlement.Link: var used } =>
                        (used == Current() ? null : record.Link, null, new(used, LinkCloseMode.Settle)),
                    IncomingContent.LinkEnded { Reason: LinkEnd.Expired, Link: var over } => (null, null, new(over, LinkCloseMode.Expire, LinkEnd.Expired)),
                    _ => (null, null, null),
                };
            default:
                return (record.Link, null, null);
        }

        // Two hashes, which a turn that leaves the link alone does not need.
        LinkKey? Current() => KeyOf(id, record.Link);
    }

    private OutboxItem.Message MessageOf(ConversationId id, State before, ConversationRecord next, TurnPlan plan, Prompt reply, IncomingContent content)
    {
        var token = plan.Carries is not null && next.Link is { } carried ? LinkToken.Of(id, carried.Nonce, keys) : null;
        var link = token is not null
            ? new LinkButton(plan.Carries!.Label.Say(next.Language), settings.PublicAddress(LinkLanguage.Path(token, next.Language)))
            : PrivateChat(next, content);
        var buttons = reply.Choices.Select(choice =>
            new Button(choice.Label.Say(next.Language), Payload(choice.Trigger)));
        var press = (content as IncomingContent.Press)?.CallbackId;
        return new(
            new OutgoingMessage(next.Chat, reply.Text, [.. buttons], link, press, next.Language, ClosedChat.OpenUntil(next), closed.TemplateOf(content, next)),
            LinkToken.KeyOf(token),
            // "No fui yo" must stay within reach, whatever else is talked about.
            EndsStep: next.Alerts.Count == 0 && (next.State != before || plan.Link == LinkEffect.Issue),
            content is IncomingContent.ReminderDue ? Priority.Bulk : Priority.Answer,
            // Whoever answered must hear when it does not arrive.
            About: content is IncomingContent.FromGroup { Value.Kind: CaseEventKind.Answered } ? id.Text : null);

        string Payload(Trigger trigger) => trigger == Trigger.NotMe && next.Alerts is [.., var alert]
            ? alert.Payload
            : PressPayload.Of(plan.Next, next.Turn, trigger);
    }

    private IReadOnlyList<MailMessage> Mails(IncomingContent content) => content switch
    {
        IncomingContent.ClaveChanged { Settlement: var settled } => changed.For(settled),
        IncomingContent.AccountFrozen { Person: { } person, At: var at } => frozen.For(person, at),
        _ => [],
    };

    private LinkButton? PrivateChat(ConversationRecord record, IncomingContent content) =>
        content is IncomingContent.InGroup && telegram.PrivateChat is { } chat
            ? new(DialogueText.InGroupLabel.Say(record.Language), chat)
            : null;
}
