using ClaveBot.Texts;

namespace ClaveBot.Conversation.Steps;

/// <summary>Something that can go wrong at a step of the official site.</summary>
/// <param name="Trigger">What it is called in the table.</param>
/// <param name="Label">As it can be chosen.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Phrases">As people say it; whole words, folded.</param>
internal sealed record Problem(Trigger Trigger, DialogueText Label, DialogueText Remedy, params string[] Phrases)
{
    public static Problem? In(IReadOnlyList<Problem> problems, Words words) => problems.FirstOrDefault(problem => words.Has(problem.Phrases));

    public static DialogueText? RemedyOf(IReadOnlyList<Problem> problems, Trigger trigger) =>
        problems.FirstOrDefault(problem => problem.Trigger == trigger)?.Remedy;
}
