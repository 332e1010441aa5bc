using System.Net;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Wire;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>
/// WhatsApp through Twilio on loopback: the Message resource, signed webhooks and status callbacks as Twilio does them, and the
/// people's phones. What it accepts and refuses is written in docs/emulators.md.
/// </summary>
public sealed class WhatsAppEmulator : IAsyncDisposable
{
    private readonly WhatsAppChats chats;
    private readonly WebhookClient client;
    private readonly WhatsAppPost post;
    private readonly WhatsAppContents contents;
    private readonly WhatsAppDelivery delivery;
    private readonly TimeProvider time;
    private readonly Bell bell;
    private WebApplication? server;

    private WhatsAppEmulator(WhatsAppEmulatorOptions options, TimeProvider time, Bell bell)
    {
        this.time = time;
        this.bell = bell;
        Options = options;
        chats = new WhatsAppChats(new Transcript(InFolder("whatsapp.messages.jsonl"), bell), time);
        client = new WebhookClient(time);
        post = new WhatsAppPost(options, client);
        delivery = new WhatsAppDelivery(post, Attempts, time);
        contents = new WhatsAppContents(options, time);
    }

    public WhatsAppEmulatorOptions Options { get; }

    /// <summary>Its address, for <c>WhatsApp:ApiUrl</c>; without a slash at its end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What goes wrong with the bot's next calls.</summary>
    public Faults Faults { get; } = new();

    /// <summary>What goes wrong with the bot's next calls of the Content API.</summary>
    public Faults ContentFaults { get; } = new();

    /// <summary>The names of the account's content resources, oldest first.</summary>
    public IReadOnlyList<string> ContentNames => contents.Names;

    /// <summary>Every call of the bot.</summary>
    public Observed<ApiCall> Calls { get; } = new();

    /// <summary>Every post of an inbound message to the webhook.</summary>
    public Observed<DeliveryAttempt> Attempts { get; } = new();

    /// <param name="options">How it is set up.</param>
    /// <param name="time">The clock of every delay and date.</param>
    /// <param name="bell">Rung at every change of a chat; its own when null.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<WhatsAppEmulator> StartAsync(
        WhatsAppEmulatorOptions options, TimeProvider time, Bell? bell = null, CancellationToken cancellationToken = default)
    {
        var emulator = new WhatsAppEmulator(options, time, bell ?? new Bell());
        emulator.server = await EmulatorServer.StartAsync(options.Port, emulator.Api().HandleAsync, cancellationToken);
        emulator.Url = EmulatorServer.AddressOf(emulator.server).GetLeftPart(UriPartial.Authority);
        return emulator;
    }

    /// <summary>The phone of a made-up person.</summary>
    /// <param name="number">In E.164, such as +593990000001.</param>
    /// <param name="profileName">As the person calls themselves.</param>
    public WhatsAppPhone PhoneOf(string number, string profileName) => new("whatsapp:" + number, profileName, Options, chats, delivery.Add, bell);

    /// <summary>As the number's settings at Twilio: where inbound messages go.</summary>
    /// <param name="publicUrl">What is signed; a fragment sets retries, as <c>#rc=3&amp;rp=5xx,ct,rt</c>.</param>
    /// <param name="connectTo">Where to connect to, when the public address exists only in the signature.</param>
    public void SetWebhook(Uri publicUrl, Uri? connectTo = null) => delivery.Webhook = new WhatsAppWebhook(publicUrl, connectTo ?? publicUrl);

    /// <summary>Holds inbound messages back, so that a test can deliver them in another order.</summary>
    public void Pause() => delivery.Pause(true);

    public void Resume() => delivery.Pause(false);

    /// <summary>Posts an inbound message now, also one that was taken before: the bot's answer.</summary>
    /// <exception cref="InvalidOperationException">There is no such message, or no webhook.</exception>
    public Task<HttpStatusCode?> DeliverAsync(string messageSid) => delivery.DeliverAsync(messageSid);

    /// <summary>A template of plain text, as an operator has it approved by WhatsApp.</summary>
    /// <param name="body">With its variables {{1}}, {{2}} …</param>
    /// <param name="approval">approved, pending, rejected or unsubmitted.</param>
    /// <returns>Its ContentSid.</returns>
    public string AddTemplate(string body, string approval = "approved") => contents.AddText(body, approval);

    /// <summary>As when somebody deletes a content resource in the console.</summary>
    public void DeleteContents() => contents.Clear();

    /// <summary>Posts a status callback now, whatever became of the message: late, twice, or out of order.</summary>
    /// <param name="url">The StatusCallback.</param>
    /// <param name="chat">Whom the message was for.</param>
    /// <param name="sid">The message's.</param>
    /// <param name="status">In Twilio's words.</param>
    /// <param name="errorCode">Why it failed.</param>
    public Task TellStatusAsync(Uri url, string chat, string sid, string status, int? errorCode = null) => Statuses().TellAsync(url, chat, sid, status, errorCode);

    /// <summary>Forgets every chat. Content resources stay, as the account's do.</summary>
    public void Clear()
    {
        delivery.Clear();
        chats.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await delivery.DisposeAsync();
        client.Dispose();
        if (server is null)
            return;
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    private WhatsAppApi Api()
    {
        var json = new WhatsAppJson(Options);
        var sending = new WhatsAppSendMethod(Options, chats, contents, json, Statuses());
        var content = new WhatsAppContentMethods(contents, () => Url);
        return new WhatsAppApi(Options, sending, new WhatsAppMessageMethods(chats, json), content, Faults, ContentFaults, Calls, time);
    }

    private WhatsAppStatuses Statuses() => new(Options, chats, new WhatsAppJson(Options), post, () => delivery.Webhook);

    private string? InFolder(string name) => Options.Folder is null ? null : Path.Combine(Directory.CreateDirectory(Options.Folder).FullName, name);
}
