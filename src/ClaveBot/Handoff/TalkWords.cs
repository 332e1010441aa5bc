using ClaveBot.Conversation;
using ClaveBot.MessageCheck;
using ClaveBot.SecretGuard;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Handoff;

/// <summary>What the bot says to somebody who writes to a person, and what it passes on.</summary>
internal sealed class TalkWords(ClaveBotSettings settings, Sentences sentences)
{
    /// <summary>In characters: with what stands around it, what is written fits into one message of either messenger.</summary>
    public const int LongestText = 1200;

    private readonly OfficeHours _hours = new(settings);
    private readonly Uri _ourPages = new(settings.PublicUrl);

    /// <summary>Said on arriving: who reads, when, and how one gets back.</summary>
    public string Ask(Language language, DateTimeOffset now)
    {
        var ask = settings.Owner.Length > 0 ? TalkText.AskNamed.Say(language, settings.Owner, _hours.Say(language)) : sentences.Say(DialogueText.WithPersonAsk, language);
        return _hours.IsOpen(now) ? ask : Sentences.Paragraphs(ask, Closed(language, now));
    }

    /// <summary>What the group's side has to say; null when that is nothing.</summary>
    public string? Say(CaseEvent said, Language language) => said.Kind switch
    {
        CaseEventKind.Taken => said.Ahead == 0 ? TalkText.Taken.Say(language) : TalkText.TakenQueue.Say(language, said.Ahead),
        CaseEventKind.Answered => TalkText.Answered.Say(language, said.Text),
        CaseEventKind.NotPassedOn => TalkText.NotPassedOn.Say(language, settings.Contacts.CallCentre),
        _ => null,
    };

    /// <summary>Why a text is not passed on; null when it is.</summary>
    public TalkText? Refusal(string text) =>
        Guard.Look(text, claveInMind: true) != TypedSecret.Clean || PastedText.HasOurLink(text, _ourPages) ? TalkText.Secret
        : text.Length > LongestText ? TalkText.TooLong
        : null;

    /// <summary>Why an operator's text is not passed on; null when it is.</summary>
    public static DeskText? RefusalOfAnswer(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DeskText.OnlyText
        : Guard.Look(text) != TypedSecret.Clean || MessageChecker.Check(text).Signs.Any(static sign => sign is Sign.AsksForSecret or Sign.LookalikeHost or Sign.HiddenHost or Sign.DeceptiveLetters) ? DeskText.Secret
        : text.Length > LongestText ? DeskText.TooLong
        : null;

    private string Closed(Language language, DateTimeOffset now)
    {
        var (here, opens) = (sentences.Local(now), sentences.Local(_hours.Opens(now)));
        return TalkText.Closed.Say(language, (opens.Date == here.Date ? DialogueText.TimeToday : DialogueText.TimeAnotherDay).Say(language, opens));
    }
}
