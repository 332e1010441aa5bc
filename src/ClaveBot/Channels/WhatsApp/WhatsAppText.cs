using System.Globalization;
using System.Text;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>A message where no button is shown: its text, the link on a line of its own, the options numbered.</summary>
public static class WhatsAppText
{
    /// <summary>What Twilio takes in one Body, in UTF-16 code units; longer ones it refuses (error 21617).</summary>
    public const int MaxLength = 1600;

    public static string Of(OutgoingMessage message)
    {
        var text = new StringBuilder(message.Text);
        if (message.Link is { } link)
            text.Append("\n\n").Append(link.Label).Append(": ").Append(link.Url.AbsoluteUri);
        for (var i = 0; i < message.Buttons.Count; i++)
            text.Append(i == 0 ? "\n\n" : "\n").Append(CultureInfo.InvariantCulture, $"{i + 1}. {message.Buttons[i].Label}");
        return text.ToString();
    }
}
