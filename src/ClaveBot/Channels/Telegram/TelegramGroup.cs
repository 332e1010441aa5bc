using ClaveBot.Settings;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace ClaveBot.Channels.Telegram;

/// <summary>The operators' group, as Telegram knows it.</summary>
public sealed class TelegramGroup(ClaveBotSettings settings, HttpClient http)
{
    private readonly ITelegramBotClient bot = TelegramApi.Connect(settings.Telegram, http);

    /// <summary>What is wrong with it, so that an operator can mend it; null when people's texts are in good hands there (Bot API, getChat).</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        var (isGroup, isPublic) = (false, false);
        var problem = await TelegramProblem.OfAsync(settings.Telegram, async () =>
        {
            var chat = await bot.GetChat(settings.Operators.TelegramGroup, cancellationToken);
            (isGroup, isPublic) = (chat.Type is ChatType.Group or ChatType.Supergroup, chat.Username is not null);
        });
        return problem is not null ? $"{problem}. Add the bot to the group, and check Operators:TelegramGroup: when a group becomes a supergroup its id changes"
            : !isGroup ? "names no group but a private chat or a channel. Set Operators:TelegramGroup to a group's id, a negative number"
            : isPublic ? "has a public name: everybody can read there what people write. Make the group private"
            : null;
    }
}
