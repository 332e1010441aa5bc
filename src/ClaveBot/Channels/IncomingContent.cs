namespace ClaveBot.Channels;

/// <summary>The content of an <see cref="IncomingMessage"/>: one of the closed family below.</summary>
public abstract record IncomingContent
{
    private IncomingContent() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>What the person wrote or sent on, in words; null when it holds none.</summary>
    public string? Words => this switch
    {
        Text text => text.Value,
        Unsupported unsupported => unsupported.Caption,
        _ => null,
    };

    /// <summary>A text.</summary>
    /// <param name="Value">As typed.</param>
    /// <param name="IsForwarded">Somebody else's, sent on.</param>
    public sealed record Text(string Value, bool IsForwarded = false) : IncomingContent;

    /// <summary>A button press or list reply.</summary>
    /// <param name="Payload">The <see cref="Button.Payload"/> the bot gave that button, as it came back: not to be trusted.</param>
    /// <param name="CallbackId">Telegram's callback query id, to stop the button's spinner; null on WhatsApp.</param>
    public sealed record Press(string Payload, string? CallbackId) : IncomingContent;

    /// <summary>Anything the bot does not take up; each kind has a kind answer.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Caption">The words with it; looked at for secrets alone.</param>
    public sealed record Unsupported(UnsupportedKind Kind, string? Caption = null) : IncomingContent;

    /// <summary>The person wants nothing any more: nothing is said, not even that, until they write again.</summary>
    public sealed record OptedOut : IncomingContent;

    /// <summary>The bot was addressed in a group, where it only points to the private chat.</summary>
    public sealed record InGroup : IncomingContent;

    /// <summary>Somebody in a group replies to a message of the bot's own.</summary>
    /// <param name="Typed">What was typed; null for anything else.</param>
    /// <param name="Answered">The text of the message that is replied to.</param>
    public sealed record GroupReply(string? Typed, string Answered) : IncomingContent;

    /// <summary>A reply in the operators' group, to a message about a case: <see cref="Handoff.Desk.Read"/> makes it of a <see cref="GroupReply"/>.</summary>
    public sealed record OperatorReply(Conversation.ConversationId Case, string? Typed) : IncomingContent;

    /// <summary>A person's conversation tells the operators' group something.</summary>
    public sealed record ToGroup(Handoff.CaseEvent Value) : IncomingContent;

    /// <summary>The operators' group tells a person something.</summary>
    public sealed record FromGroup(Handoff.CaseEvent Value) : IncomingContent;

    /// <summary>So long nobody wrote that the bot takes over again.</summary>
    /// <param name="Until">The moment that was agreed on; once somebody has written it is another one.</param>
    public sealed record TalkOver(DateTimeOffset Until) : IncomingContent;

    /// <summary>Another conversation has something to say to this person; it leaves the step as it is.</summary>
    public sealed record Told(Texts.DialogueText Sentence) : IncomingContent;

    /// <summary>The page behind the one-time link changed the clave; said once, by settling the link.</summary>
    /// <param name="Settlement">The link to mark as used and the notices to mail, committed with the turn.</param>
    public sealed record ClaveChanged(PasswordLinks.Settlement Settlement) : IncomingContent;

    /// <summary>The page behind the one-time link was shown the right clave: this chat is one of that person's from now on. Nothing is said.</summary>
    public sealed record ClaveProven(Accounts.Cedula Cedula) : IncomingContent;

    /// <summary>The clave of somebody who proved it here before was changed from another chat.</summary>
    public sealed record ChangedElsewhere(Persons.Alert Alert) : IncomingContent;

    /// <summary>The directory has frozen the account that this chat asked to freeze.</summary>
    /// <param name="Person">Whom to send notices to; null when there is no such account any more.</param>
    /// <param name="At">When.</param>
    public sealed record AccountFrozen(Accounts.Person? Person, DateTimeOffset At) : IncomingContent;

    /// <summary>The day has come of which the person asked to be reminded.</summary>
    /// <param name="At">The reminder that it is; another one may have taken its place.</param>
    public sealed record ReminderDue(DateTimeOffset At) : IncomingContent;

    /// <summary>The one-time link ended before it was used.</summary>
    public sealed record LinkEnded(PasswordLinks.LinkEnd Reason, PasswordLinks.LinkKey Link) : IncomingContent;
}

/// <summary>The kinds of message that are answered with "please type".</summary>
public enum UnsupportedKind
{
    Voice,
    Photo,
    Video,
    Document,
    Sticker,
    Location,
    Contact,
    Poll,
    Edited,
    Forwarded,

    /// <summary>From before all messages that are still remembered: it may have been handled already.</summary>
    Late,
    Other,
}
