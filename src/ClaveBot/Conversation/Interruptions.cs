using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Conversation;

/// <summary>What is answered without leaving the step.</summary>
internal static class Interruptions
{
    /// <summary>The answer, to be followed by the step in one line; null when the step arrived at says it all.</summary>
    public static DialogueText? Answer(
        Trigger trigger, IncomingContent content, Heard heard, Step here, Step next, ConversationRecord record, ClaveBotSettings settings, DateTimeOffset now) => trigger switch
        {
            Trigger.Help => DialogueText.Help,
            Trigger.GoOn => DialogueText.GoOn,
            Trigger.Next when next == here => DialogueText.NotDoneYet,
            Trigger.Safety => DialogueText.Safety,
            Trigger.Helper => DialogueText.Helper,
            Trigger.Why => DialogueText.Why,
            Trigger.Expiry when record.ClaveUntil is { } until => until > now ? DialogueText.ExpiryKnown : DialogueText.ExpiryPassed,
            Trigger.Expiry => settings.Mode == BotMode.Operator ? DialogueText.ExpiryOperator : DialogueText.Expiry,
            Trigger.OwnLink => DialogueText.OwnLink,
            Trigger.WrongEmail => DialogueText.WrongEmail,
            Trigger.Community => settings.Community.Links.Count > 0 ? DialogueText.Community : DialogueText.CommunityNone,
            Trigger.Spanish or Trigger.English => DialogueText.LanguageChosen,
            Trigger.Person => settings.Contacts.SocialPages.Length > 0 ? DialogueText.PersonSocial : DialogueText.Person,
            Trigger.PersonEnded => DialogueText.TalkEnded,
            Trigger.PersonAway => record.Talk is { IsWaiting: true } ? DialogueText.TalkUnanswered : DialogueText.TalkIdle,
            Trigger.Report => DialogueText.Report,
            Trigger.FreezeFailed => DialogueText.FreezeFailed,
            Trigger.WasMe => DialogueText.WasMe,
            Trigger.No when here.State == State.Erase => DialogueText.NotErased,
            _ when ReminderTurn.Answer(trigger, heard, here, record) is { } answer => answer,
            Trigger.Remarked => DialogueText.RemarkThanks,
            Trigger.No or Trigger.Back when here.State == State.Remark => DialogueText.RateThanks,
            Trigger.Trouble => next == here ? here.Remedies : null,
            Trigger.Thanks => DialogueText.Thanks,
            Trigger.Unknown => here.NotUnderstood,
            Trigger.StalePress => DialogueText.StalePress,
            Trigger.Cancel => here.IsAside ? null : record.Link is not null ? DialogueText.CancelledLink : DialogueText.Cancelled,
            Trigger.Greeting when next == here && here.State != State.Menu => DialogueText.HelloAgain,
            Trigger.LinkExpired when next == here => DialogueText.LinkExpiredMeanwhile,
            Trigger.ClaveChanged when here.State is State.RecoverMail or State.RecoverSent or State.RecoverExpired => DialogueText.Recovered,
            Trigger.LinkBlocked => DialogueText.LinkBlocked,
            Trigger.Unsupported when content is IncomingContent.Unsupported unsupported => OfKind(unsupported.Kind),
            Trigger.Locked => here.RemedyOf(trigger) ?? DialogueText.RemedyLocked,
            Trigger.Employer => here.RemedyOf(trigger) ?? DialogueText.RemedyIsEmployer,
            _ => here.RemedyOf(trigger),
        };

    private static DialogueText OfKind(UnsupportedKind kind) => kind switch
    {
        UnsupportedKind.Voice => DialogueText.GotVoice,
        UnsupportedKind.Photo or UnsupportedKind.Video or UnsupportedKind.Document => DialogueText.GotPhoto,
        UnsupportedKind.Sticker => DialogueText.GotSticker,
        UnsupportedKind.Location or UnsupportedKind.Contact => DialogueText.GotPersonalData,
        UnsupportedKind.Late => DialogueText.GotLate,
        UnsupportedKind.Edited => DialogueText.GotEdited,
        UnsupportedKind.Forwarded => DialogueText.GotForwarded,
        _ => DialogueText.GotOther,
    };
}
