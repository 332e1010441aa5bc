using System.Collections.Frozen;
using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Conversation.Steps;
using ClaveBot.MessageCheck;

namespace ClaveBot.Conversation;

/// <summary>
/// Whether a text is not the person's own words but a message or link that they got: sent on, holding a link, or written where messages
/// are asked for. Then it is judged, and no word of it is taken for a wish.
/// </summary>
internal static class PastedText
{
    // Above these a text is somebody's message, whatever it says.
    private const int LongestComplaint = 12;
    private const int LongestWish = 6;

    // Top-level domains that are words too: "no puedo entrar.es urgente".
    private static readonly FrozenSet<string> WordsToo = new[] { "me", "es", "la", "su", "us", "to", "in", "ya", "de", "lo", "no", "se", "si", "al" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null: it is the person's own, or may be.</summary>
    /// <param name="state">Where the conversation stands.</param>
    /// <param name="said">What came.</param>
    /// <param name="words">The same, as it is read.</param>
    /// <param name="ourPages">PublicUrl.</param>
    public static Heard? Read(State state, IncomingContent.Text said, Words words, Uri ourPages)
    {
        var links = PastedLink.FindAll(said.Value);
        if (links.Any(link => IsOurs(link, ourPages)))
            return new(Trigger.OwnLink);
        var isAskedFor = state == State.CheckMessage;
        var hasLink = links.Any(IsSurely);
        if (!said.IsForwarded && !isAskedFor && !hasLink)
            return null;
        var judged = Judge(said.Value);
        return said.IsForwarded || !IsOwn(state, said.Value, words, hasLink, judged.Checked!) ? judged : null;
    }

    /// <summary>Short, and nothing in it speaks of a link or of bait.</summary>
    public static bool MayBeOwn(string text) =>
        text.Split((char[]?)null, LongestComplaint + 2, StringSplitOptions.RemoveEmptyEntries).Length <= LongestComplaint && MessageChecker.Check(text) is { Verdict: MessageVerdict.Unsure, Signs.Count: 0 };

    /// <summary>Whether a link to our own pages is in it: a one-time link is for one person.</summary>
    public static bool HasOurLink(string text, Uri ourPages) => PastedLink.FindAll(text).Any(link => IsOurs(link, ourPages));

    /// <summary>Somebody else's message, and what is to be said of it.</summary>
    public static Heard Judge(string text) => new(Trigger.Judged) { Checked = MessageChecker.Check(text) };

    /// <summary>What free words asked, with what they say of the message: "me piden 20 dólares por la clave, ¿es verdad?" is answered at once.</summary>
    public static Heard WithItsContent(Heard heard, string text) =>
        (heard.Trigger == Trigger.IsItReal || heard.Offers is [Trigger.IsItReal, ..]) && Judge(text) is { Checked.Verdict: MessageVerdict.Suspicious } judged ? judged : heard;

    // "No me abre www.iess.gob.ec" is about the step; "volver" and "gracias" are no message.
    private static bool IsOwn(State state, string text, Words words, bool hasLink, CheckedMessage judged)
    {
        var written = text.Split((char[]?)null, LongestComplaint + 2, StringSplitOptions.RemoveEmptyEntries);
        if (state == State.CheckMessage)
            return !hasLink && judged.Verdict == MessageVerdict.Unsure && written.Length <= LongestWish && !written.Any(HasDotInside);
        return judged.Verdict == MessageVerdict.Official && written.Length <= LongestComplaint && (StepBook.Of(state).Read(words) ?? Vocabulary.Read(words) ?? Vocabulary.Within(words)) is not null;
    }

    // A host of a kind that the checker does not know.
    private static bool HasDotInside(string word) => word.Trim('.').Contains('.', StringComparison.Ordinal);

    // The full stop that nobody leaves a space after, and dates and amounts, are no links.
    private static bool IsSurely(PastedLink link) =>
        link.Scheme.Length > 0 || link.Rest.Length > 0 || link.Host.StartsWith("www.", StringComparison.Ordinal) || LinkSigns.IsLookalike(link.Host)
        || (!WordsToo.Contains(link.Host[(link.Host.LastIndexOf('.') + 1)..]) && !link.Host.All(static c => char.IsAsciiDigit(c) || c == '.'));

    private static bool IsOurs(PastedLink link, Uri ourPages) =>
        link.Host == ourPages.Host && (link.Port is null || link.Port == ourPages.Port.ToString(CultureInfo.InvariantCulture));
}
