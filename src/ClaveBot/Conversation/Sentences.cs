using System.Collections.Concurrent;
using System.Globalization;
using ClaveBot.Conversation.Steps;
using ClaveBot.Handoff;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>
/// What the bot says, with what only the settings know filled in. In a text of <see cref="DialogueText"/>: {0} minutes a link lives, {1} the
/// host of our own pages, {2} who runs the bot, {3} the institute's call centre, {4} its page and {5} its WhatsApp for complaints, {6} the
/// police, {7} the institute's social pages, {8} when the contacts were last checked, {9} the operator's own pages, {10} for how
/// many days a conversation is kept, {11} when people are there to answer.
/// </summary>
public sealed class Sentences(ClaveBotSettings settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    // The same for as long as the host runs.
    private readonly ConcurrentDictionary<(DialogueText Key, Language Language), string> _said = new();

    /// <summary>The sentence.</summary>
    public string Say(DialogueText key, Language language) => _said.GetOrAdd((key, language), static (sentence, settings) => sentence.Key.Say(
        sentence.Language,
        (int)settings.Links.Life.TotalMinutes,
        new Uri(settings.PublicUrl).Host,
        settings.Owner,
        settings.Contacts.CallCentre,
        settings.Contacts.ComplaintsUrl,
        settings.Contacts.ComplaintsWhatsApp,
        settings.Contacts.Police,
        settings.Contacts.SocialPages,
        DateOnly.ParseExact(settings.Contacts.Checked, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Join('\n', settings.Community.Links),
        (int)settings.Retention.Conversation.TotalDays,
        new OfficeHours(settings).Say(sentence.Language)), settings);

    /// <summary>A sentence whose {0} is a moment, by the people's clock.</summary>
    public string SayWhen(DialogueText key, Language language, DateTimeOffset at) => key.Say(language, Local(at));

    /// <summary>A moment by the people's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    /// <summary>The first sentence that a person ever gets: whose bot this is.</summary>
    public string Hello(Language language) => Say((settings.Mode, settings.Owner) switch
    {
        (BotMode.Operator, "") => DialogueText.HelloOperator,
        (BotMode.Operator, _) => DialogueText.HelloOperatorNamed,
        (_, "") => DialogueText.HelloPortal,
        _ => DialogueText.HelloPortalNamed,
    }, language);

    /// <summary>What a step says on arriving: who runs the bot is named where that is known, and in Portal mode no account is ever confirmed.</summary>
    public DialogueText Asked(Step step) => step.Ask switch
    {
        DialogueText.PrivacyAsk when settings.Owner.Length > 0 => DialogueText.PrivacyAskNamed,
        DialogueText.EraseAsk when settings.Mode == BotMode.Portal => DialogueText.EraseAskPortal,
        var ask => ask,
    };

    /// <summary>One below the other.</summary>
    public static string Paragraphs(string first, string second) => $"{first}\n\n{second}";
}
