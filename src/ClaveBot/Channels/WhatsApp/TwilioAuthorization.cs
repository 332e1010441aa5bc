using System.Net.Http.Headers;
using System.Text;
using ClaveBot.Settings;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>Who asks Twilio: the account and its token, as Basic authorisation.</summary>
internal static class TwilioAuthorization
{
    public static AuthenticationHeaderValue Of(WhatsAppSettings settings) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}")));
}
