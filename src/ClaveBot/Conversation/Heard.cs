using ClaveBot.MessageCheck;
using ClaveBot.Reminders;

namespace ClaveBot.Conversation;

/// <summary>What was made of a message.</summary>
/// <param name="Trigger">What it means; <see cref="Trigger.Ambiguous"/> when the person is to be asked.</param>
/// <param name="Offers">What it may mean then, the likeliest first.</param>
internal sealed record Heard(Trigger Trigger, params IReadOnlyList<Trigger> Offers)
{
    /// <summary>With <see cref="Trigger.Judged"/>: what is to be said of it.</summary>
    public CheckedMessage? Checked { get; init; }

    /// <summary>The day that was named.</summary>
    public DayRead? Day { get; init; }

    /// <summary>A text that is to be kept as it is.</summary>
    public string? Remark { get; init; }

    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => Trigger.ToString();
}
