using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation.Steps;

/// <summary>How somebody liked the bot: number N is the rating N.</summary>
internal sealed class Rate : Step
{
    public override State State => State.Rate;

    public override DialogueText Ask => DialogueText.RateAsk;

    public override DialogueText Again => DialogueText.RateAgain;

    public override DialogueText NotUnderstood => DialogueText.RateNotUnderstood;

    public override bool IsAside => true;

    public override IReadOnlyList<Choice> Choices { get; } =
    [
        new(RateVeryBad, DialogueText.ChoiceRateVeryBad),
        new(RateBad, DialogueText.ChoiceRateBad),
        new(RateFair, DialogueText.ChoiceRateFair),
        new(RateGood, DialogueText.ChoiceRateGood),
        new(RateVeryGood, DialogueText.ChoiceRateVeryGood),
        new(Back, DialogueText.ChoiceBack),
    ];

    /// <summary>From 1 to 5; 0: the trigger is no rating.</summary>
    public static int RatingOf(Trigger trigger) => trigger is >= RateVeryBad and <= RateVeryGood ? trigger - RateVeryBad + 1 : 0;

    public override Trigger? Read(Words words) =>
        words.Is("no gracias", "no thanks") ? Back
        : words.Has("pesima", "pesimo", "malisima", "malisimo", "1 estrella", "una estrella", "terrible", "very bad", "one star", "1 star") ? RateVeryBad
        : words.Has("2 estrellas", "dos estrellas", "two stars", "2 stars") ? RateBad
        : words.Has("mas o menos", "3 estrellas", "tres estrellas", "so so", "three stars", "3 stars") ? RateFair
        : words.Has("excelente", "buenisima", "buenisimo", "5 estrellas", "cinco estrellas", "excellent", "five stars", "5 stars") ? RateVeryGood
        : words.Has("4 estrellas", "cuatro estrellas", "four stars", "4 stars") ? RateGood
        : words.Is("uno", "one") ? RateVeryBad
        : words.Is("dos", "malo", "two") ? RateBad
        : words.Is("tres", "three") ? RateFair
        : words.Is("cuatro", "bueno", "bien", "four") ? RateGood
        : words.Is("cinco", "muy bueno", "muy bien", "five") ? RateVeryGood
        : null;
}
