namespace ClaveBot.Conversation;

/// <summary>What the reading of a message depends on, beside the conversation.</summary>
/// <param name="Today">By the people's clock.</param>
/// <param name="OurPages">PublicUrl: its links are not judged.</param>
internal sealed record Surroundings(DateOnly Today, Uri OurPages);
