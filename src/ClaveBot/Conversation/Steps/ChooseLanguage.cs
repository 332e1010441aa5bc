using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>Which language the bot writes; then on from where the person was.</summary>
internal sealed class ChooseLanguage : Step
{
    public override State State => State.ChooseLanguage;

    public override DialogueText Ask => DialogueText.ChooseLanguageAsk;

    public override DialogueText Again => DialogueText.ChooseLanguageAsk;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(Spanish, DialogueText.ChoiceSpanish),
        new(English, DialogueText.ChoiceEnglish),
        new(Back, DialogueText.ChoiceBack),
    ];

    public override Trigger? Read(Words words) =>
        words.Has("espanol", "castellano", "spanish") ? Spanish
        : words.Has("ingles", "english") ? English
        : null;
}
