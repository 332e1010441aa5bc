using System.Security.Cryptography;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Twilio's identifiers: two letters and 32 hexadecimal digits.</summary>
internal static class WhatsAppSid
{
    public static string Message() => "SM" + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
