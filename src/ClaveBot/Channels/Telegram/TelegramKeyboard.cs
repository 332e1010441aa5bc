using Telegram.Bot.Types.ReplyMarkups;

namespace ClaveBot.Channels.Telegram;

/// <summary>Options as buttons below a message: the link first, on a row of its own, then the choices.</summary>
internal static class TelegramKeyboard
{
    /// <summary>Two labels up to this length share a row and are still read in full on a 320 px phone.</summary>
    private const int ShortLabel = 12;

    /// <summary>Null when there is nothing to press.</summary>
    public static InlineKeyboardMarkup? Of(OutgoingMessage message)
    {
        var rows = new List<InlineKeyboardButton[]>();
        if (message.Link is { } link)
            rows.Add([InlineKeyboardButton.WithUrl(link.Label, link.Url.AbsoluteUri)]);
        for (var i = 0; i < message.Buttons.Count; i++)
        {
            var row = IsShort(message, i) && IsShort(message, i + 1)
                ? [Choice(message.Buttons[i]), Choice(message.Buttons[++i])]
                : new[] { Choice(message.Buttons[i]) };
            rows.Add(row);
        }

        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    private static bool IsShort(OutgoingMessage message, int index) =>
        index < message.Buttons.Count && message.Buttons[index].Label.Length <= ShortLabel;

    private static InlineKeyboardButton Choice(Button button) => InlineKeyboardButton.WithCallbackData(button.Label, button.Payload);
}
