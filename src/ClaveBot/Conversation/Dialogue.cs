using System.Collections.Concurrent;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Settings;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>
/// Decides a turn; pure. The step of the state reads the message, the table allows the move or throws, and the step arrived at asks.
/// What interrupts a step is answered first, and then the step is repeated in one line.
/// </summary>
public sealed class Dialogue(ConversationTable table, ClaveBotSettings settings)
{
    private readonly ConcurrentDictionary<(DialogueText Key, Language Language), string> _sentences = new();

    /// <summary>What one message leads to.</summary>
    public TurnPlan Plan(ConversationRecord record, IncomingContent content)
    {
        if (content is IncomingContent.InGroup)
            return new(record.State, new(Say(record, DialogueText.InGroup), []));
        if (content is IncomingContent.Told told)
            return new(record.State, new(Say(record, told.Sentence), []));
        if (content is IncomingContent.ClaveProven or IncomingContent.OptedOut)
            return new(record.State, null);
        if (content is IncomingContent.LinkEnded && settings.Mode == BotMode.Portal)
            return new(record.State, null, LinkEffect.Forget);

        // Left in a state of the other mode, from before the settings changed: the conversation starts over.
        if (!table.Allows(record.State, Unknown))
            record = record with { State = State.Menu };
        var meant = Reading.Of(record, content);
        var trigger = table.Allows(record.State, meant) ? meant : Unknown;
        var here = StepBook.Of(record.State);
        var next = StepBook.Of(table.Fire(record.State, trigger));
        var answer = Interruptions.Answer(trigger, content, here, next, record.Link is not null);
        if (trigger == EraseAll)
            return new(next.State, new(Say(record, DialogueText.Erased), []), LinkEffect.Erase, null, AccountEffect.Erase);
        var text = content is IncomingContent.ChangedElsewhere elsewhere
            ? Paragraphs(SayWhen(record, elsewhere.Alert.At), Say(record, next.Again))
            : answer is { } words
            ? Paragraphs(Say(record, words), Say(record, next.Again))
            : Say(record, next.Ask);
        var effect = EffectOnLink(trigger, next, arrives: answer is null);
        // Why a link ended is told here, when it happens: a page must not say why it is dead.
        if (effect == LinkEffect.Issue && record.Link is not null)
            text = Paragraphs(Say(record, DialogueText.LinkReplaced), text);
        if (record.Turn == 0)
            text = Paragraphs(Say(record, Hello), IsOnlyHello(trigger) ? Say(record, next.Ask) : text);

        return new(next.State, new(text, next.Choices), effect, effect is LinkEffect.Issue or LinkEffect.Repeat ? next.Link : null,
            trigger == Freeze ? AccountEffect.Freeze : AccountEffect.None);
    }

    private DialogueText Hello => (settings.Mode, settings.Owner) switch
    {
        (BotMode.Operator, "") => DialogueText.HelloOperator,
        (BotMode.Operator, _) => DialogueText.HelloOperatorNamed,
        (_, "") => DialogueText.HelloPortal,
        _ => DialogueText.HelloPortalNamed,
    };

    private static bool IsOnlyHello(Trigger trigger) => trigger is Greeting or Unknown or StalePress or Thanks or Repeat;

    private static LinkEffect EffectOnLink(Trigger trigger, Step next, bool arrives) => trigger switch
    {
        Trigger.LinkExpired or LinkBlocked or ClaveChanged => LinkEffect.Forget,
        Cancel or Restart => LinkEffect.Cancel,
        Repeat when next.Link is not null => LinkEffect.Repeat,
        _ when next.Link is not null && arrives => LinkEffect.Issue,
        _ => LinkEffect.Keep,
    };

    // {0} minutes a link lives, {1} the host of our own pages, {2} who runs the bot: the same for as long as the host runs.
    private string Say(ConversationRecord record, DialogueText key) => _sentences.GetOrAdd((key, record.Language), static (sentence, settings) =>
        sentence.Key.Say(sentence.Language, (int)settings.Links.Life.TotalMinutes, new Uri(settings.PublicUrl).Host, settings.Owner), settings);

    // By the people's clock.
    private string SayWhen(ConversationRecord record, DateTimeOffset at) => DialogueText.ChangedElsewhere.Say(
        record.Language, TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)));

    private static string Paragraphs(string first, string second) => $"{first}\n\n{second}";
}
