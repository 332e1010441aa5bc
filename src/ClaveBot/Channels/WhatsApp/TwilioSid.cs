using System.Globalization;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Twilio's names of messages: two letters and 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    /// <summary>The first 64 of its 128 random bits, enough to tell the messages of one chat apart; 0 when it is no SID.</summary>
    public static long Short(string? sid) =>
        sid is { Length: 34 } && long.TryParse(sid.AsSpan(2, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
