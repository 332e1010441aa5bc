using System.Security.Cryptography;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Twilio's identifiers: two letters and 32 hexadecimal digits.</summary>
internal static class WhatsAppSid
{
    public static string Message() => "SM" + Digits();

    public static string Content() => "HX" + Digits();

    private static string Digits() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
