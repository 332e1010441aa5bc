using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>A text and what it means.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Weight">How much it counts among the others.</param>
internal sealed record Example(Meaning Meaning, string Text, float Weight = 1);
