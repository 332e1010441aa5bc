using System.Net;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.Telegram;

/// <summary>
/// Telegram on loopback: the Bot API for one bot, webhook delivery and long polling as the real server does them, and the people's
/// phones. What it accepts and refuses is written in docs/emulators.md.
/// </summary>
public sealed class TelegramEmulator : IAsyncDisposable
{
    private readonly TelegramChats chats;
    private readonly TelegramJson json;
    private readonly TelegramDelivery delivery;
    private readonly TelegramUpdates updates;
    private readonly TelegramPolling polling;
    private readonly TimeProvider time;
    private readonly Bell bell;
    private WebApplication? server;

    private TelegramEmulator(TelegramEmulatorOptions options, TimeProvider time, Bell bell)
    {
        this.time = time;
        this.bell = bell;
        Options = options;
        json = new TelegramJson(options);
        chats = new TelegramChats(new Transcript(InFolder("telegram.messages.jsonl"), bell), time);
        updates = new TelegramUpdates(InFolder("telegram.updates.jsonl"));
        delivery = new TelegramDelivery(updates, Attempts, time);
        polling = new TelegramPolling(updates, time);
    }

    public TelegramEmulatorOptions Options { get; }

    /// <summary>Its address, for <c>Telegram:ApiUrl</c>; without a slash at its end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What goes wrong with the bot's next calls.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Every call of the bot.</summary>
    public Observed<ApiCall> Calls { get; } = new();

    /// <summary>Every post to the webhook through the queues.</summary>
    public Observed<DeliveryAttempt> Attempts { get; } = new();

    /// <summary>The update ids that wait for the bot, oldest first.</summary>
    public IReadOnlyList<long> PendingUpdates => [.. updates.Pending.Select(update => update.Id)];

    /// <summary>Whether an update of that chat waits for the bot.</summary>
    public bool HasPending(string chat) => updates.Pending.Any(update => string.Equals(update.Queue, "chat " + chat, StringComparison.Ordinal));

    /// <param name="options">How it is set up.</param>
    /// <param name="time">The clock of every delay and date.</param>
    /// <param name="bell">Rung at every change of a chat; its own when null.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<TelegramEmulator> StartAsync(
        TelegramEmulatorOptions options, TimeProvider time, Bell? bell = null, CancellationToken cancellationToken = default)
    {
        var emulator = new TelegramEmulator(options, time, bell ?? new Bell());
        var api = new TelegramApi(options, emulator.Methods(), emulator.Faults, emulator.Calls, time);
        emulator.delivery.OnReply = api.HandleReplyAsync;
        emulator.server = await EmulatorServer.StartAsync(options.Port, api.HandleAsync, cancellationToken);
        emulator.Url = EmulatorServer.AddressOf(emulator.server).GetLeftPart(UriPartial.Authority);
        return emulator;
    }

    /// <summary>The phone of a made-up person, whose private chat has the same id.</summary>
    public TelegramPhone PhoneOf(long userId, string name) => new(userId, userId, name, chats, json, Send, bell);

    /// <summary>A person in a group; <paramref name="groupId"/> is negative.</summary>
    public TelegramPhone InGroup(long groupId, long userId, string name) => new(groupId, userId, name, chats, json, Send, bell);

    /// <summary>Gives a group a public name, under which everybody can read it.</summary>
    public void Publish(long groupId, string name) => chats.Publish(groupId.ToString(System.Globalization.CultureInfo.InvariantCulture), name);

    /// <summary>As the bot's setWebhook would: deliver to <paramref name="url"/> with that secret.</summary>
    public Task SetWebhookAsync(Uri url, string secretToken) =>
        delivery.UseAsync(new TelegramWebhook(url, secretToken, new HashSet<string>(StringComparer.Ordinal)));

    /// <summary>Holds updates back, so that a test can deliver them in another order.</summary>
    public void Pause() => delivery.Pause(true);

    public void Resume() => delivery.Pause(false);

    /// <summary>Delivers an update now, past its queue, also one that was taken before: the bot's answer.</summary>
    /// <exception cref="InvalidOperationException">There is no such update, or no webhook.</exception>
    public Task<HttpStatusCode?> DeliverAsync(long updateId) =>
        delivery.DeliverAsync(updates.Find(updateId) ?? throw new InvalidOperationException($"No update {updateId}."));

    /// <summary>Forgets every chat and every waiting update.</summary>
    public void Clear()
    {
        updates.Clear();
        chats.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await delivery.DisposeAsync();
        polling.Dispose();
        if (server is null)
            return;
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    private Dictionary<string, Func<TelegramCall, CancellationToken, Task<TelegramAnswer>>> Methods()
    {
        var messages = new TelegramMessageMethods(chats, json);
        var others = new TelegramOtherMethods(chats, messages);
        var webhook = new TelegramWebhookMethods(delivery, updates, Attempts);
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = (_, _) => Task.FromResult(TelegramAnswer.Ok(json.Bot())),
            ["sendMessage"] = (call, _) => Task.FromResult(messages.Send(call)),
            ["editMessageText"] = (call, _) => Task.FromResult(messages.EditText(call)),
            ["editMessageReplyMarkup"] = (call, _) => Task.FromResult(messages.EditMarkup(call)),
            ["deleteMessage"] = (call, _) => Task.FromResult(messages.Delete(call)),
            ["answerCallbackQuery"] = (call, _) => Task.FromResult(others.AnswerPress(call)),
            ["sendChatAction"] = (call, _) => Task.FromResult(others.ChatAction(call)),
            ["getChat"] = (call, _) => Task.FromResult(others.Chat(call)),
            ["setMyCommands"] = (call, _) => Task.FromResult(TelegramOtherMethods.SetCommands(call)),
            ["setMyDescription"] = (call, _) => Task.FromResult(TelegramOtherMethods.SetDescription(call)),
            ["setWebhook"] = (call, _) => webhook.SetAsync(call),
            ["deleteWebhook"] = (call, _) => webhook.DeleteAsync(call),
            ["getWebhookInfo"] = (_, _) => Task.FromResult(webhook.Info()),
            ["getUpdates"] = (call, cancellationToken) => delivery.Webhook is null
                ? polling.PollAsync(call, cancellationToken)
                : Task.FromResult(TelegramAnswer.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")),
        };
    }

    private void Send(string queue, TimeSpan life, System.Text.Json.Nodes.JsonObject update)
    {
        updates.Add(queue, time.GetUtcNow() + life, update);
        delivery.Wake();
    }

    private string? InFolder(string name) => Options.Folder is null ? null : Path.Combine(Directory.CreateDirectory(Options.Folder).FullName, name);
}
