using System.Globalization;
using System.Text.Json.Nodes;
using ClaveBot.Texts;

namespace ClaveBot.Channels.WhatsApp;

/// <summary>
/// A content resource that shows so many options, whatever they are: text, labels and ids are variables. Up to three are quick replies,
/// up to ten a list (twilio.com/docs/content/twilio-quick-reply, /twiliolist-picker).
/// </summary>
/// <param name="options">1 to <see cref="MostItems"/>.</param>
internal sealed class ContentTemplate(int options)
{
    /// <summary>As many quick replies WhatsApp shows without an approval, within 24 hours of the person's message.</summary>
    public const int MostButtons = 3;

    public const int MostItems = 10;

    /// <summary>Of the text above the options, in UTF-16 code units.</summary>
    public const int LongestBody = 1024;

    private const int LongestTitle = 20;
    private const int LongestItem = 24;

    // To change what is created, raise it: the releases before go on with theirs.
    private const int Version = 1;

    /// <summary>One for each number of options.</summary>
    public static IReadOnlyList<ContentTemplate> All { get; } = [.. Enumerable.Range(1, MostItems).Select(count => new ContentTemplate(count))];

    /// <summary>By which it is found again.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"clavebot_options_{options}_v{Version}");

    /// <summary>How many it shows.</summary>
    public int Options => options;

    private bool IsList => Options > MostButtons;

    /// <summary>The one that shows this message; null when none can.</summary>
    public static ContentTemplate? For(OutgoingMessage message)
    {
        var labels = message.Buttons.Select(button => button.Label).ToList();
        var longest = labels.Count > MostButtons ? LongestItem : LongestTitle;
        return labels.Count is > 0 and <= MostItems
            && labels.TrueForAll(label => label.Length <= longest && !string.IsNullOrWhiteSpace(label))
            && labels.Distinct(StringComparer.Ordinal).Count() == labels.Count
            && WhatsAppText.Above(message).Length is > 0 and <= LongestBody
                ? All[labels.Count - 1]
                : null;
    }

    /// <summary>The request that creates it. The language is a required word and no more: every word of it is a variable.</summary>
    public JsonObject Request()
    {
        var samples = new JsonObject { ["1"] = "¿Qué necesita hacer?" };
        var shown = new JsonArray();
        for (var i = 0; i < Options; i++)
        {
            var (label, id) = (Label(i), Label(i) + 1);
            samples[Text(label)] = "Opción " + Text(i + 1);
            samples[Text(id)] = "id" + Text(i + 1);
            shown.Add(IsList
                ? new JsonObject { ["item"] = Variable(label), ["id"] = Variable(id) }
                : new JsonObject { ["type"] = "QUICK_REPLY", ["title"] = Variable(label), ["id"] = Variable(id) });
        }

        var content = new JsonObject { ["body"] = Variable(1) };
        if (IsList)
        {
            samples["2"] = "Ver opciones";
            content["button"] = Variable(2);
        }

        content[IsList ? "items" : "actions"] = shown;
        return new()
        {
            ["friendly_name"] = Name,
            ["language"] = "es",
            ["variables"] = samples,
            ["types"] = new JsonObject { [IsList ? "twilio/list-picker" : "twilio/quick-reply"] = content },
        };
    }

    /// <summary>What this message puts into it.</summary>
    public string Fill(OutgoingMessage message)
    {
        var values = new Dictionary<int, string> { [1] = WhatsAppText.Above(message) };
        if (IsList)
            values[2] = DialogueText.ChooseFromList.Say(message.Language);
        for (var i = 0; i < Options; i++)
        {
            values[Label(i)] = message.Buttons[i].Label;
            values[Label(i) + 1] = message.Buttons[i].Payload;
        }

        return ContentVariables.Of(values);
    }

    // {{1}} is the text, of a list {{2}} what opens it; then label and id of each option.
    private int Label(int option) => (IsList ? 3 : 2) + (2 * option);

    private static string Variable(int number) => "{{" + Text(number) + "}}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
