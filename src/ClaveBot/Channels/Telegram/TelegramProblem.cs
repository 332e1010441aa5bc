using ClaveBot.Settings;
using Telegram.Bot.Exceptions;

namespace ClaveBot.Channels.Telegram;

/// <summary>What is wrong with a call that an operator makes: a value, and without the token.</summary>
internal static class TelegramProblem
{
    /// <summary>Null when the call succeeded.</summary>
    public static async Task<string?> OfAsync(TelegramSettings settings, Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        // What it says about an address is the cure: which ports, which certificates.
        catch (ApiRequestException exception) when (exception.ErrorCode == 400)
        {
            return $"Telegram 400: {WithoutToken(settings, exception.Message)}";
        }
        catch (RequestException exception)
        {
            return TelegramFailure.Read(exception) switch
            {
                SendResult.Retry retry => retry.Reason,
                SendResult.Undeliverable undeliverable => undeliverable.Reason,
                _ => "Telegram refused",
            };
        }
    }

    /// <summary>A text of Telegram's, which may repeat an address that holds the token.</summary>
    public static string WithoutToken(TelegramSettings settings, string text) => text.Replace(settings.Token, "(token)", StringComparison.Ordinal);
}
