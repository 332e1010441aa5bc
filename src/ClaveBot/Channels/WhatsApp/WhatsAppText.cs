using System.Globalization;
using System.Text;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>The words of a message on WhatsApp.</summary>
public static class WhatsAppText
{
    /// <summary>What Twilio takes in one Body, in UTF-16 code units; longer ones it refuses (error 21617).</summary>
    public const int MaxLength = 1600;

    /// <summary>Where no button is shown: its text, the link on a line of its own, the options numbered.</summary>
    public static string Of(OutgoingMessage message)
    {
        var text = new StringBuilder(Above(message));
        for (var i = 0; i < message.Buttons.Count; i++)
            text.Append(i == 0 ? "\n\n" : "\n").Append(CultureInfo.InvariantCulture, $"{i + 1}. {message.Buttons[i].Label}");
        return text.ToString();
    }

    /// <summary>What stands above the buttons. The link is a line of text and never a button of a template: WhatsApp makes a preview of those.</summary>
    public static string Above(OutgoingMessage message) =>
        message.Link is { } link ? $"{message.Text}\n\n{link.Label}: {link.Url.AbsoluteUri}" : message.Text;
}
