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
using ClaveBot.SecretGuard;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>Makes of what the dialogue decided the one commit of a turn: record, reply, link, notices.</summary>
public sealed class TurnComposer(
    Dialogue dialogue, Deadlines deadlines, ClaveChangedNotice changed, AccountFrozenNotice frozen, Desk desk, TelegramIdentity telegram, KeyRing keys, ClaveBotSettings settings, TimeProvider time)
{
    private readonly ClosedChat closed = new(settings, time);

    // An ended link is kept in Redis for an hour or so: few people ask for more.
    private const int OldLinksKept = 4;

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
        return new() { Id = id, Record = next, DueAt = deadlines.NextOf(next), Messages = turn.Messages, Events = [.. turn.Events.Select(said => new OutboxItem.Case(said))] };
    }

    private Commit Compose(ConversationId id, ConversationRecord record, MessageId message, IncomingContent content, TurnPlan plan, TypedSecret secret)
    {
        var now = time.GetUtcNow();
        var (link, open, close) = TurnLink.Of(id, record, plan, content, keys, settings, now);
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
            DueAt = deadlines.NextOf(next),
            Unsaid = secret != TypedSecret.Clean && message.Copy is { } copy ? [new(record.Chat, copy)] : [],
            Messages = reply is null ? [] : [MessageOf(id, record.State, next, plan, reply, content)],
            Notices = [.. Mails(content).Select(mail => new OutboxItem.Notice(mail))],
            Events = [.. account.Events.Select(said => new OutboxItem.Account(said)), .. talk.Events.Select(said => new OutboxItem.Case(said))],
            Open = open,
            Close = close,
            Comment = erases ? null : plan.Comment,
            TellsComments = plan.TellsComments,
        };
    }

    private bool IsTooLate(ConversationRecord record, MessageId message) =>
        record.Seen.IsTooLate(message, time.GetUtcNow() - record.LastMessageAt);

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
