using ClaveBot.MessageCheck;

namespace ClaveBot.Conversation;

/// <summary>What was made of a message.</summary>
/// <param name="Trigger">What it means; <see cref="Trigger.Ambiguous"/> when the person is to be asked.</param>
/// <param name="Offers">What it may mean then, the likeliest first.</param>
internal sealed record Heard(Trigger Trigger, params IReadOnlyList<Trigger> Offers)
{
    /// <summary>With <see cref="Trigger.Judged"/>: what is to be said of it.</summary>
    public CheckedMessage? Checked { get; init; }
}
