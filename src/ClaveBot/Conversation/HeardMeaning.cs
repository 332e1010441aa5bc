using ClaveBot.Channels;
using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Conversation;

/// <summary>What the dialogue hears in a text, by the names of the corpus: a question back counts as what it asks about first.</summary>
internal static class HeardMeaning
{
    private static readonly ChatAddress Somebody = new(Channel.Telegram, "0");
    private static readonly Surroundings Here = new(DateOnly.FromDayNumber(0), new("https://clavebot.example.test"));

    /// <summary>The meaning of a text said in a state; of <see cref="State.Anywhere"/>, at the menu.</summary>
    public static Meaning Of(State state, string text)
    {
        var record = new ConversationRecord { Chat = Somebody, State = state == State.Anywhere ? State.Menu : state };
        var heard = Reading.Of(record, new IncomingContent.Text(text), Here);
        var trigger = heard.Trigger == Trigger.Ambiguous ? heard.Offers[0] : heard.Trigger;
        if (trigger == Trigger.Unknown)
            return text.Contains(' ', StringComparison.Ordinal) ? Meaning.Other : OfAnswer(text) ?? Meaning.Other;
        // What a step makes of a yes, a no and a "done" differs: on, back, what went wrong.
        var answer = trigger is Trigger.Yes or Trigger.WasMe or Trigger.Next or Trigger.Trouble or Trigger.NewLink or Trigger.Back or Trigger.Menu ? OfAnswer(text) : null;
        return answer ?? Meanings.Of(trigger) ?? Meaning.Other;
    }

    private static Meaning? OfAnswer(string text)
    {
        var words = new Words(text);
        return words.MeansYes ? Meaning.Yes
            : words.MeansNo ? Meaning.No
            : words.MeansDone ? Meaning.Done
            : Understander.Default.Read(text).Best is (Meaning.Yes or Meaning.No) and var best ? best
            : null;
    }
}
