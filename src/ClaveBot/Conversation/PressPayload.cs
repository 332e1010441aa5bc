using System.Globalization;

namespace ClaveBot.Conversation;

/// <summary>What a button says when it is pressed: step, turn and option. It comes back from outside, so it is never believed.</summary>
internal static class PressPayload
{
    /// <summary>The payload of a button, well under Telegram's 64 bytes.</summary>
    public static string Of(State state, int turn, Trigger trigger) =>
        string.Create(CultureInfo.InvariantCulture, $"{state}:{turn}:{trigger}");

    /// <summary>Null when the button belongs to an older turn or never was one of ours: it is answered in words, never executed.</summary>
    public static Trigger? Read(string payload, ConversationRecord record) =>
        record.Alerts.Any(alert => alert.Payload == payload) ? Trigger.NotMe : record.Choices
            .FirstOrDefault(choice => payload == Of(record.State, record.Turn, choice.Trigger))?.Trigger;
}
