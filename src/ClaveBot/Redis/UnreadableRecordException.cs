namespace ClaveBot.Redis;

/// <summary>What is stored was sealed by a key that is not in the settings.</summary>
public sealed class UnreadableRecordException() : Exception(
    "A stored conversation does not open. Put the key that sealed it into Keys:Previous; if it is lost for good, delete the conversation's key.");
