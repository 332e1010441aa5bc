using System.Globalization;
using System.Net.Http.Json;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Journeys;

/// <summary>A post to the webhook as Telegram makes it, with an update id of the test's choice.</summary>
internal static class TelegramPost
{
    public static HttpRequestMessage Of(BotWorld world, int update, string chat, string text)
    {
        var id = long.Parse(chat, CultureInfo.InvariantCulture);
        return new(HttpMethod.Post, new Uri(world.Url, "/webhooks/telegram"))
        {
            Headers = { { "X-Telegram-Bot-Api-Secret-Token", world.Settings["Telegram:SecretToken"] } },
            Content = JsonContent.Create(new
            {
                update_id = update,
                message = new { message_id = update, date = 1_900_000_000, text, chat = new { id, type = "private" }, from = new { id, is_bot = false, first_name = "Prueba" } },
            }),
        };
    }
}
