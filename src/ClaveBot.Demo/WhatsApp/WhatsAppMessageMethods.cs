using System.Globalization;
using System.Text.Json.Nodes;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Fetch, list, redact and delete messages.</summary>
internal sealed class WhatsAppMessageMethods(WhatsAppChats chats, WhatsAppJson json)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public WhatsAppAnswer Fetch(WhatsAppCall call) =>
        chats.Find(call.MessageSid!) is { } message ? WhatsAppAnswer.Ok(json.Message(message)) : WhatsAppAnswer.NotFound(call.Path);

    /// <summary>An empty Body redacts; nothing else of a message can be changed.</summary>
    public WhatsAppAnswer Update(WhatsAppCall call)
    {
        if (chats.Find(call.MessageSid!) is not { } message)
            return WhatsAppAnswer.NotFound(call.Path);
        if (!call.Parameters.ContainsKey("Body") || call.Text("Body").Length > 0)
            return WhatsAppAnswer.BadRequest(20001, "Only an empty Body is accepted");
        return WhatsAppAnswer.Ok(json.Message(chats.Transcript.Change(message, old => old with { Redacted = true })));
    }

    /// <summary>Twilio forgets it; the person's phone still shows it.</summary>
    public WhatsAppAnswer Delete(WhatsAppCall call)
    {
        if (chats.Find(call.MessageSid!) is not { } message)
            return WhatsAppAnswer.NotFound(call.Path);
        chats.Transcript.Change(message, old => old with { Redacted = true, Deleted = true });
        return WhatsAppAnswer.NoContent();
    }

    /// <summary>Newest first, by page; To, From and the three forms of DateSent narrow it down.</summary>
    public WhatsAppAnswer List(WhatsAppCall call)
    {
        var size = Math.Clamp(Number(call, "PageSize", DefaultPageSize), 1, MaxPageSize);
        var page = Math.Max(Number(call, "Page", 0), 0);
        // Of one person only that chat is looked at: a bot that is in doubt asks for it often.
        var messages = new[] { call.Text("To"), call.Text("From") }.FirstOrDefault(chats.Transcript.Knows) is { } chat ? chats.Transcript.Of(chat) : chats.Transcript.All();
        var found = messages.Reverse().Where(message => !message.Deleted).Select(json.Message).Where(message => Fits(call, message)).Skip(page * size).Take(size + 1).ToList();
        var more = found.Count > size;
        var shown = found.Take(size).ToList();
        return WhatsAppAnswer.Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. shown]),
            ["page"] = page,
            ["page_size"] = size,
            ["start"] = page * size,
            ["end"] = (page * size) + Math.Max(shown.Count - 1, 0),
            ["uri"] = call.Url,
            ["first_page_uri"] = PageUri(call, 0, size),
            ["previous_page_uri"] = page > 0 ? PageUri(call, page - 1, size) : null,
            ["next_page_uri"] = more ? PageUri(call, page + 1, size) : null,
        });
    }

    private static bool Fits(WhatsAppCall call, JsonObject message)
    {
        var day = DateOnly.FromDateTime(DateTimeOffset.Parse((string)message["date_sent"]!, CultureInfo.InvariantCulture).UtcDateTime);
        return Same(call.Text("To"), message["to"])
            && Same(call.Text("From"), message["from"])
            && (Day(call, "DateSent") is not { } on || day == on)
            && (Day(call, "DateSent>") is not { } from || day >= from)
            && (Day(call, "DateSent<") is not { } until || day <= until);
    }

    private static bool Same(string wanted, JsonNode? value) => wanted.Length == 0 || string.Equals(wanted, (string?)value, StringComparison.Ordinal);

    private static DateOnly? Day(WhatsAppCall call, string name) =>
        DateTimeOffset.TryParse(call.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? DateOnly.FromDateTime(at.UtcDateTime)
            : null;

    private static int Number(WhatsAppCall call, string name, int otherwise) =>
        int.TryParse(call.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string PageUri(WhatsAppCall call, int page, int size)
    {
        var kept = call.Parameters.Where(pair => pair.Key is not ("Page" or "PageSize"));
        var query = kept.Append(new("PageSize", $"{size}")).Append(new("Page", $"{page}"));
        return call.Path + string.Concat(query.Select((pair, index) =>
            (index == 0 ? "?" : "&") + Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));
    }
}
