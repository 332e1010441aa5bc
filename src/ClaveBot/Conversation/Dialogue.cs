using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Handoff;
using ClaveBot.Reminders;
using ClaveBot.SecretGuard;
using ClaveBot.Settings;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Sentences;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>
/// Decides a turn; pure. The step of the state reads the message, the table allows the move or throws, and the step arrived at asks.
/// What interrupts a step is answered first, and then the step is repeated in one line.
/// </summary>
public sealed class Dialogue
{
    private const int LongestFirst = 350;

    private readonly ConversationTable table;
    private readonly ClaveBotSettings settings;
    private readonly Sentences _sentences;
    private readonly TalkWords _talk;
    private readonly ReplyText _replies;
    private readonly CaseRules _rules;
    private readonly ReminderDays _days;
    private readonly Uri _ourPages;

    public Dialogue(ConversationTable table, ClaveBotSettings settings)
    {
        (this.table, this.settings) = (table, settings);
        _sentences = new(settings);
        _talk = new(settings, _sentences);
        _replies = new(_sentences);
        _rules = new(settings);
        _days = new(settings);
        _ourPages = new(settings.PublicUrl);
    }

    /// <summary>What one message leads to.</summary>
    /// <param name="record">Where the conversation stands.</param>
    /// <param name="content">What was said.</param>
    /// <param name="now">When.</param>
    /// <param name="secret">What it holds that must not be in a chat: then nothing else of it is read.</param>
    public TurnPlan Plan(ConversationRecord record, IncomingContent content, DateTimeOffset now, TypedSecret secret = TypedSecret.Clean) => content switch
    {
        _ when secret != TypedSecret.Clean => Warn(InThisMode(record), secret),
        IncomingContent.InGroup => TurnPlan.Stay(record, new(_sentences.Say(DialogueText.InGroup, record.Language), [])),
        IncomingContent.Told told => TurnPlan.Stay(record, new(_sentences.Say(told.Sentence, record.Language), [])),
        IncomingContent.ClaveProven or IncomingContent.OptedOut => TurnPlan.Stay(record, null),
        IncomingContent.LinkEnded when settings.Mode == BotMode.Portal => TurnPlan.Stay(record, null) with { Link = LinkEffect.Forget },
        IncomingContent.FromGroup { Value: var said } when said.Kind != CaseEventKind.Ended || _rules.Refusal(record, said, now) is not null => Hear(record, said, now),
        IncomingContent.TalkOver when record.State != State.WithPerson => TurnPlan.Stay(record, null),
        // Who did not answer the last one that came unasked gets no other.
        IncomingContent.ReminderDue when record.IsUnreachable || record.IsNudged => TurnPlan.Stay(record, null) with { Reminder = null },
        _ => Move(InThisMode(record), content, now),
    };

    private TurnPlan Hear(ConversationRecord record, CaseEvent said, DateTimeOffset now)
    {
        var words = _rules.Refusal(record, said, now) switch
        {
            null when said.Kind != CaseEventKind.Taken || record.State == State.WithPerson => _talk.Say(said, record.Language),
            CaseEventKind.Notified => TalkText.Notified.Say(record.Language),
            _ => null,
        };
        return TurnPlan.Stay(record, words is null ? null : new(words, []));
    }

    private TurnPlan PassOn(ConversationRecord record, string text) => _talk.Refusal(text) is { } refusal
        ? TurnPlan.Stay(record, new(refusal.Say(record.Language), []))
        : TurnPlan.Stay(record, null) with { PassesOn = true };

    // The conversation stays where it is: "seguir" repeats the step.
    private TurnPlan Warn(ConversationRecord record, TypedSecret secret)
    {
        var language = record.Language;
        var text = Paragraphs(
            _sentences.Say(secret switch { TypedSecret.Password => DialogueText.SecretClave, TypedSecret.Cedula => DialogueText.SecretCedula, _ => DialogueText.SecretCode }, language),
            _sentences.Say(record.Chat.Channel == Channel.Telegram ? DialogueText.SecretDeleted : DialogueText.SecretEmptied, language));
        if (record.State == State.WithPerson)
            return TurnPlan.Stay(record, new($"{text} {TalkText.Secret.Say(language)}", []));
        if (record.Turn == 0)
            text = Paragraphs(_sentences.Hello(language), text);
        return TurnPlan.Stay(record, new(text, Choices.Of(Choices.AfterASecret))) with { Offers = Choices.AfterASecret };
    }

    private TurnPlan Move(ConversationRecord record, IncomingContent content, DateTimeOffset now)
    {
        var heard = ReminderTurn.Dated(Reading.Of(record, content, new(_days.DayOf(now), _ourPages)), record, _days, now);
        IReadOnlyList<Trigger> offers = [.. heard.Offers.Where(offer => table.Allows(record.State, offer))];
        var trigger = heard.Trigger == Ambiguous && offers.Count == 0 || !table.Allows(record.State, heard.Trigger) ? Unknown : heard.Trigger;
        if (trigger == AskPerson && !settings.Operators.IsOn)
            trigger = Person;
        else if (trigger == Person && record.Talk is { IsOffered: true } && settings.Operators.IsOn)
            trigger = AskPerson;
        if (trigger == ToPerson && content is IncomingContent.Text { Value: var written })
            return PassOn(record, written);
        var here = StepBook.Of(record.State);
        var before = record.Before ?? State.Menu;
        var next = StepBook.Of(table.Fire(record.State, trigger, before));
        var language = LanguageSense.After(record, content, trigger);
        var after = record with { State = next.State, Reminder = ReminderTurn.After(trigger, heard, record, _days), ClaveUntil = ClaveUntil.After(content, record) };
        var answer = Interruptions.Answer(trigger, content, heard, here, next, record, settings, now);
        if (trigger == EraseAll)
            return new(State.Menu, new(_sentences.Say(settings.Operators.IsOn ? DialogueText.ErasedButTalks : DialogueText.Erased, language), [])) { Link = LinkEffect.Erase, Account = AccountEffect.Erase, Language = language };

        // Coming back is no arrival: nothing is begun anew, no link is sent again.
        var comesBack = here.IsAside && table.LeadsBack(record.State, trigger);
        var effect = TurnEffects.OnLink(trigger, next, arrives: answer is null && trigger != Judged && !comesBack && trigger != Ambiguous, endsAside: comesBack);
        var offersPerson = trigger == Person && settings.Operators.IsOn && next.State != State.WithPerson;
        var text = trigger == MyData ? Paragraphs(MyDataText.Of(record, language, _sentences, settings), _sentences.Say(next.Again, language))
            : trigger == AskPerson && answer is null ? _talk.Ask(language, now)
            : _replies.Of(new(trigger, heard, content, answer, next, after, offers, comesBack, offersPerson), language);
        // Why a link ended is told here, when it happens: a page must not say why it is dead.
        if (effect == LinkEffect.Issue && record.Link is not null)
            text = Paragraphs(_sentences.Say(DialogueText.LinkReplaced, language), text);
        if (language != record.Language && trigger is not (Spanish or English))
            text = Paragraphs(_sentences.Say(DialogueText.LanguageNoticed, language), text);
        var consents = TurnEffects.OnConsents(record, trigger, now);
        if (record.Turn == 0)
        {
            text = IsOnlyHello(trigger) ? _sentences.Say(next.Ask, language) : text;
            var told = Paragraphs(_sentences.Say(DialogueText.PrivacyLine, language), text);
            var hello = _sentences.Hello(language);
            var fits = hello.Length + told.Length <= LongestFirst;
            text = Paragraphs(hello, fits ? told : text);
            consents = fits ? consents.With(ConsentFor.Conversation, now) : consents;
        }

        return new(next.State, new(text, trigger == Ambiguous ? Choices.Of(offers) : offersPerson ? [Choices.AskPerson, .. Shown(next, after)] : Shown(next, after)))
        {
            Link = effect,
            Carries = effect is LinkEffect.Issue or LinkEffect.Repeat ? next.Link : null,
            Account = trigger == Freeze ? AccountEffect.Freeze : AccountEffect.None,
            Before = !next.IsAside ? null : !here.IsAside ? here.State : trigger is Trigger.LinkExpired or LinkBlocked ? table.Fire(before, trigger) : before,
            Offers = trigger == Ambiguous ? offers : [],
            OffersPerson = offersPerson,
            Language = language,
            Reminder = after.Reminder,
            Consents = consents,
            Comment = TurnEffects.CommentOf(trigger, heard, record, now),
            TellsComments = trigger == MyData && record.Comments.Count > 0,
        };
    }

    // Left in a state of the other mode, or with a person where there is none now, from before the settings changed.
    private ConversationRecord InThisMode(ConversationRecord record) =>
        record.State == State.WithPerson && !settings.Operators.IsOn ? InThisMode(record with { State = record.Before ?? State.Menu, Before = null })
        : !table.Allows(record.State, Unknown) ? record with { State = State.Menu, Before = null, Offered = [] }
        : record.Before is { } before && !table.Allows(before, Unknown) ? record with { Before = null }
        : record;

    private IReadOnlyList<Choice> Shown(Step step, ConversationRecord after) =>
        settings.Community.Links.Count > 0 ? step.ChoicesFor(after) : [.. step.ChoicesFor(after).Where(static choice => choice.Trigger != Community)];

    private static bool IsOnlyHello(Trigger trigger) => trigger is Greeting or Unknown or StalePress or Thanks or Repeat;
}
