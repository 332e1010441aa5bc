using System.Globalization;
using System.Text.Json.Nodes;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>The account's content resources, in the order in which they were made; kept in memory.</summary>
internal sealed class WhatsAppContents(WhatsAppEmulatorOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<WhatsAppContent> contents = [];

    public IReadOnlyList<string> Names => [.. All().Select(content => (string?)content.Resource["friendly_name"] ?? "")];

    public IReadOnlyList<WhatsAppContent> All()
    {
        lock (gate)
            return [.. contents];
    }

    public WhatsAppContent? Find(string sid) => All().FirstOrDefault(content => string.Equals(content.Sid, sid, StringComparison.Ordinal));

    public string AddText(string body, string approval) => Add(new JsonObject
    {
        ["friendly_name"] = "template",
        ["language"] = "es",
        ["types"] = new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = body } },
    }, approval).Sid;

    /// <summary>Keeps what a request says; whoever calls has looked at it.</summary>
    public WhatsAppContent Add(JsonObject request, string approval)
    {
        var sid = WhatsAppSid.Content();
        var now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var content = new WhatsAppContent(new JsonObject
        {
            ["account_sid"] = options.AccountSid,
            ["date_created"] = now,
            ["date_updated"] = now,
            ["friendly_name"] = request["friendly_name"]?.DeepClone(),
            ["language"] = request["language"]?.DeepClone(),
            ["sid"] = sid,
            ["types"] = request["types"]?.DeepClone(),
            ["variables"] = request["variables"]?.DeepClone() ?? new JsonObject(),
            ["url"] = "https://content.twilio.com/v1/Content/" + sid,
            ["links"] = new JsonObject { ["approval_fetch"] = $"https://content.twilio.com/v1/Content/{sid}/ApprovalRequests" },
        }, approval);
        lock (gate)
            contents.Add(content);
        return content;
    }

    public bool Remove(string sid)
    {
        lock (gate)
            return contents.RemoveAll(content => string.Equals(content.Sid, sid, StringComparison.Ordinal)) > 0;
    }

    public void Clear()
    {
        lock (gate)
            contents.Clear();
    }
}
