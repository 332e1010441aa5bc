using System.Runtime.InteropServices;

namespace ClaveBot.Conversation.Understanding;

/// <summary>What a text most likely means.</summary>
/// <param name="Best">The likeliest meaning.</param>
/// <param name="Confidence">How likely it is, 0 to 1.</param>
/// <param name="Second">The next likely one that could be meant as well; null when none could.</param>
/// <param name="Sureness">What to make of it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Understood(Meaning Best, double Confidence, Meaning? Second, Sureness Sureness);

/// <summary>What to make of a reading.</summary>
public enum Sureness
{
    /// <summary>Not understood.</summary>
    None,

    /// <summary>"¿Quiso decir …?": ask for the best, or which of the best and the second.</summary>
    Ask,

    /// <summary>Take it as said. What erases or ends something asks back all the same before it does.</summary>
    Sure,
}
