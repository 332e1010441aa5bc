using ClaveBot.Conversation.Steps;

namespace ClaveBot.Conversation.Understanding;

/// <summary>What a text means where it is said: a step's own words go before everybody's.</summary>
public static class Answers
{
    // What only begins like a no: "no entiendo", "no leí bien, otra vez".
    private static readonly Meaning[] NoAnswers = [Meaning.Repeat, Meaning.Help, Meaning.Back, Meaning.Menu];

    // What is as good as a no to what a step asks.
    private static readonly Dictionary<State, Meaning> Refusals = new()
    {
        [State.KnowsClave] = Meaning.Forgot,
        [State.HasMail] = Meaning.WrongEmail,
        [State.RecoverMail] = Meaning.WrongEmail,
    };

    /// <summary>The meaning of a text said in a state; at the menu, and where no state is meant, that of free words.</summary>
    public static Meaning Read(State state, string text)
    {
        var free = Understander.Default.Read(text);
        if (state is State.Anywhere or State.Menu)
            return free.Best;
        var words = new Words(text);
        return OfQuestion(state, words, free.Best) ?? OfStep(state, words) ?? free.Best;
    }

    private static Meaning? OfQuestion(State state, Words words, Meaning free)
    {
        if (words.MeansYes || words.Text.EndsWith(" si", StringComparison.Ordinal) || words.Has("que si"))
            return free is Meaning.Repeat or Meaning.Help || free.IsDestructive() ? null : Meaning.Yes;
        if (words.MeansNo || words.Text.EndsWith(" que no", StringComparison.Ordinal))
            return NoAnswers.Contains(free) ? free : free.IsDestructive() || words.Text.StartsWith("ya no ", StringComparison.Ordinal) ? null : Meaning.No;
        if (words.MeansDone)
            return free.IsDestructive() ? null : Meaning.Done;
        return Refusals.TryGetValue(state, out var refusal) && free == refusal ? Meaning.No : null;
    }

    private static Meaning? OfStep(State state, Words words) => StepBook.Of(state).Read(words) is { } trigger ? Meanings.Of(trigger) : null;
}
