using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Demo.Phones;

namespace ClaveBot.Demo.WhatsApp;

/// <summary>Twilio's Message resource (API 2010-04-01).</summary>
internal sealed class WhatsAppJson(WhatsAppEmulatorOptions options)
{
    public JsonObject Message(PhoneMessage message) => new()
    {
        ["account_sid"] = options.AccountSid,
        ["api_version"] = "2010-04-01",
        ["body"] = message.Redacted ? "" : message.Text,
        ["date_created"] = Date(message.At),
        ["date_sent"] = Date(message.At),
        ["date_updated"] = Date(message.At),
        ["direction"] = message.FromBot ? "outbound-api" : "inbound",
        ["error_code"] = message.ErrorCode,
        ["error_message"] = null,
        ["from"] = message.FromBot ? options.From : message.Chat,
        ["messaging_service_sid"] = null,
        ["num_media"] = message.Kind is MessageKind.Text ? "0" : "1",
        ["num_segments"] = "1",
        ["price"] = null,
        ["price_unit"] = null,
        ["sid"] = message.Id,
        ["status"] = message.Status,
        ["subresource_uris"] = new JsonObject { ["media"] = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Id}/Media.json" },
        ["to"] = message.FromBot ? message.Chat : options.From,
        ["uri"] = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Id}.json",
    };

    private static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
