using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>What went wrong at a step of the official site: each problem can be chosen, and gets its remedy.</summary>
internal abstract class PortalTrouble(PortalStep step, params Choice[] others) : Step
{
    public override IReadOnlyList<Choice> Choices { get; } =
    [
        .. step.Problems.Select(problem => new Choice(problem.Trigger, problem.Label)),
        .. others,
        new(Back, DialogueText.ChoiceBackToStep),
    ];

    public override DialogueText? RemedyOf(Trigger trigger) => Problem.RemedyOf(step.Problems, trigger);

    public override DialogueText Remedies => DialogueText.TroubleOther;

    public override Trigger? Read(Words words) =>
        Problem.In(step.Problems, words)?.Trigger ?? (words.MeansOn ? Next : words.Is("volver al paso", "ya se arreglo") ? Back : null);
}
