using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
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
public sealed class Dialogue(ConversationTable table, ClaveBotSettings settings)
{
    private readonly Sentences _sentences = new(settings);

    /// <summary>What one message leads to.</summary>
    /// <param name="record">Where the conversation stands.</param>
    /// <param name="content">What was said.</param>
    /// <param name="secret">What it holds that must not be in a chat: then nothing else of it is read.</param>
    public TurnPlan Plan(ConversationRecord record, IncomingContent content, TypedSecret secret = TypedSecret.Clean) => content switch
    {
        _ when secret != TypedSecret.Clean => Warn(InThisMode(record), secret),
        IncomingContent.InGroup => TurnPlan.Stay(record, new(_sentences.Say(DialogueText.InGroup, record.Language), [])),
        IncomingContent.Told told => TurnPlan.Stay(record, new(_sentences.Say(told.Sentence, record.Language), [])),
        IncomingContent.ClaveProven or IncomingContent.OptedOut => TurnPlan.Stay(record, null),
        IncomingContent.LinkEnded when settings.Mode == BotMode.Portal => TurnPlan.Stay(record, null) with { Link = LinkEffect.Forget },
        _ => Move(InThisMode(record), content),
    };

    // The conversation stays where it is: "seguir" repeats the step.
    private TurnPlan Warn(ConversationRecord record, TypedSecret secret)
    {
        var language = record.Language;
        var text = Paragraphs(
            _sentences.Say(secret switch { TypedSecret.Password => DialogueText.SecretClave, TypedSecret.Cedula => DialogueText.SecretCedula, _ => DialogueText.SecretCode }, language),
            _sentences.Say(record.Chat.Channel == Channel.Telegram ? DialogueText.SecretDeleted : DialogueText.SecretEmptied, language));
        if (record.Turn == 0)
            text = Paragraphs(_sentences.Hello(language), text);
        return TurnPlan.Stay(record, new(text, Choices.Of(Choices.AfterASecret))) with { Offers = Choices.AfterASecret };
    }

    private TurnPlan Move(ConversationRecord record, IncomingContent content)
    {
        var heard = Reading.Of(record, content);
        IReadOnlyList<Trigger> offers = [.. heard.Offers.Where(offer => table.Allows(record.State, offer))];
        var trigger = heard.Trigger == Ambiguous && offers.Count == 0 || !table.Allows(record.State, heard.Trigger) ? Unknown : heard.Trigger;
        var here = StepBook.Of(record.State);
        var before = record.Before ?? State.Menu;
        var next = StepBook.Of(table.Fire(record.State, trigger, before));
        var language = LanguageAfter(record, content, trigger);
        var answer = Interruptions.Answer(trigger, content, here, next, record, settings);
        if (trigger == EraseAll)
            return new(State.Menu, new(_sentences.Say(DialogueText.Erased, language), [])) { Link = LinkEffect.Erase, Account = AccountEffect.Erase, Language = language };

        // Coming back is no arrival: nothing is begun anew, no link is sent again.
        var comesBack = here.IsAside && table.LeadsBack(record.State, trigger);
        var effect = EffectOnLink(trigger, next, arrives: answer is null && !comesBack && trigger != Ambiguous, endsAside: comesBack);
        var text = Text(content, trigger, answer, next, language, offers, comesBack);
        // Why a link ended is told here, when it happens: a page must not say why it is dead.
        if (effect == LinkEffect.Issue && record.Link is not null)
            text = Paragraphs(_sentences.Say(DialogueText.LinkReplaced, language), text);
        if (language != record.Language && trigger is not (Spanish or English))
            text = Paragraphs(_sentences.Say(DialogueText.LanguageNoticed, language), text);
        if (record.Turn == 0)
            text = Paragraphs(_sentences.Hello(language), IsOnlyHello(trigger) ? _sentences.Say(next.Ask, language) : text);

        return new(next.State, new(text, trigger == Ambiguous ? Choices.Of(offers) : Shown(next)))
        {
            Link = effect,
            Carries = effect is LinkEffect.Issue or LinkEffect.Repeat ? next.Link : null,
            Account = trigger == Freeze ? AccountEffect.Freeze : AccountEffect.None,
            Before = !next.IsAside ? null : here.IsAside ? before : here.State,
            Offers = trigger == Ambiguous ? offers : [],
            Language = language,
        };
    }

    // Left in a state of the other mode, from before the settings changed: the conversation starts over.
    private ConversationRecord InThisMode(ConversationRecord record) =>
        !table.Allows(record.State, Unknown) ? record with { State = State.Menu, Before = null, Offered = [] }
        : record.Before is { } before && !table.Allows(before, Unknown) ? record with { Before = null }
        : record;

    private string Text(IncomingContent content, Trigger trigger, DialogueText? answer, Step next, Language language, IReadOnlyList<Trigger> offers, bool comesBack)
    {
        if (trigger == Ambiguous)
            return _sentences.Say(offers.Count == 1 ? DialogueText.DidYouMean : DialogueText.DidYouMeanWhich, language);
        if (content is IncomingContent.ChangedElsewhere elsewhere)
            return Paragraphs(_sentences.SayWhen(DialogueText.ChangedElsewhere, language, elsewhere.Alert.At), _sentences.Say(next.Again, language));
        if (answer is { } words)
            return Paragraphs(_sentences.Say(words, language), _sentences.Say(next.Again, language));
        return _sentences.Say(comesBack ? next.Again : next.Ask, language);
    }

    private static Language LanguageAfter(ConversationRecord record, IncomingContent content, Trigger trigger) => trigger switch
    {
        Spanish => Language.Spanish,
        English => Language.English,
        _ when content is IncomingContent.Text text && LanguageSense.Of(text.Value) is { } sensed => sensed,
        _ => record.Language,
    };

    private IReadOnlyList<Choice> Shown(Step step) =>
        settings.Community.Links.Count > 0 ? step.Choices : [.. step.Choices.Where(static choice => choice.Trigger != Community)];

    private static bool IsOnlyHello(Trigger trigger) => trigger is Greeting or Unknown or StalePress or Thanks or Repeat;

    private static LinkEffect EffectOnLink(Trigger trigger, Step next, bool arrives, bool endsAside) => trigger switch
    {
        Trigger.LinkExpired or LinkBlocked or ClaveChanged => LinkEffect.Forget,
        _ when endsAside => LinkEffect.Keep,
        Cancel or Restart => LinkEffect.Cancel,
        Repeat when next.Link is not null => LinkEffect.Repeat,
        _ when next.Link is not null && arrives => LinkEffect.Issue,
        _ => LinkEffect.Keep,
    };
}
