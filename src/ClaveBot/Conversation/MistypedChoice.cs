using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Conversation;

/// <summary>The name of an option with a slip in it: "siguente". What ends, erases or freezes something has to be written as it is.</summary>
internal static class MistypedChoice
{
    private const int ShortestMistyped = 4;
    private const int MostInAll = 2 * TypingDistance.Mistake;

    /// <summary>Whether a folded text is such a name, word for word, and what it stands for may be guessed.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="name">Of the option, folded too.</param>
    /// <param name="trigger">What it stands for.</param>
    public static bool Is(string typed, string name, Trigger trigger)
    {
        if (trigger is Trigger.Cancel or Trigger.Restart or Trigger.Erase or Trigger.EraseAll or Trigger.NotMe or Trigger.Freeze or Trigger.StopReminder)
            return false;
        var (words, meant) = (typed.Split(' '), name.Split(' '));
        if (words.Length != meant.Length)
            return false;
        var distance = 0;
        for (var i = 0; i < words.Length && distance <= MostInAll; i++)
            distance += words[i] == meant[i] ? 0 : Between(words[i], meant[i]);
        return distance <= MostInAll;
    }

    private static int Between(string typed, string meant)
    {
        if (typed.Length < ShortestMistyped || meant.Length < ShortestMistyped)
            return MostInAll + 1;
        var distance = TypingDistance.Between(SpanishSounds.Of(typed), SpanishSounds.Of(meant), TypingDistance.Mistake);
        return distance <= TypingDistance.Mistake ? distance : MostInAll + 1;
    }
}
