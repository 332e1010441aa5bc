namespace ClaveBot.Redis;

/// <summary>Redis is away. Nothing was acknowledged: answer 503 and let the sender come again.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
