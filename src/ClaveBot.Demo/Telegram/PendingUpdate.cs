using System.Text.Json.Nodes;

namespace ClaveBot.Demo.Telegram;

/// <summary>An update that the bot has not taken yet.</summary>
/// <param name="Id">Its update_id.</param>
/// <param name="Queue">Updates of one queue are delivered one after the other: messages and edits by chat, button presses by user.</param>
/// <param name="ExpiresAt">After this Telegram gives up: 24 hours for messages, 150 seconds for button presses.</param>
/// <param name="Body">The Update object.</param>
internal sealed record PendingUpdate(long Id, string Queue, DateTimeOffset ExpiresAt, JsonObject Body);

/// <summary>A line of the file of updates: one that came, or one that is done with.</summary>
internal sealed record UpdateLine(PendingUpdate? Came, long? Done);
