using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>What somebody wants to say about the bot, in words. Everything typed here is that, but a few words that lead on; what holds a clave does not come here.</summary>
internal sealed class Remark : Step
{
    public override State State => State.Remark;

    public override DialogueText Ask => DialogueText.RemarkAsk;

    public override DialogueText Again => DialogueText.RemarkAgain;

    public override bool IsAside => true;

    // What is written here leaves the chat or is kept, so it is looked at as closely as where a clave is talked of.
    public override bool IsAboutTheClave => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(No, DialogueText.ChoiceNoThanks),
    ];

    public override Trigger? Read(Words words) =>
        words.Is("no", "no gracias", "nada", "nada mas", "ninguno", "ninguna", "asi no mas", "no thanks", "nothing", "no thank you") ? No : null;

    internal override Heard? Hear(string text, Words words, DateOnly today)
    {
        if (Read(words) is { } trigger)
            return new(trigger);
        if (words.Text.Length == 0)
            return null;
        return LeadsOn(words) is { } on ? new(on)
            : new(Remarked) { Remark = text };
    }

    // These are the ones that the vocabulary takes only as the whole text.
    private static Trigger? LeadsOn(Words words) => Vocabulary.Read(words) switch
    {
        var on and (Cancel or Restart or Trigger.Menu or Trigger.NotMe or StopReminder or Trigger.Erase or Back or Repeat) => on,
        _ when words.Is("ayuda", "help") => Help,
        _ when words.Is("persona", "hablar con alguien", "hablar con una persona", "person") => Person,
        _ => null,
    };
}
