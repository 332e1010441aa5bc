using System.Text.Json.Nodes;
using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Channels.WhatsApp;

public sealed class ContentTemplateTests
{
    [Theory]
    [InlineData(1, "twilio/quick-reply")]
    [InlineData(3, "twilio/quick-reply")]
    [InlineData(4, "twilio/list-picker")]
    [InlineData(10, "twilio/list-picker")]
    public void Up_to_three_options_are_buttons_and_up_to_ten_a_list(int options, string type)
    {
        var template = ContentTemplate.For(With(options))!;

        template.Name.ShouldBe($"clavebot_options_{options}_v1");
        ((JsonObject)template.Request()["types"]!).ShouldHaveSingleItem().Key.ShouldBe(type);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Nothing_shows_no_option_or_more_than_ten(int options) => ContentTemplate.For(With(options)).ShouldBeNull();

    [Fact]
    public void What_would_not_fit_is_not_tried()
    {
        var message = With(2);

        ContentTemplate.For(message with { Text = new string('a', 1024) }).ShouldNotBeNull();
        ContentTemplate.For(message with { Text = new string('a', 1025) }).ShouldBeNull();
        ContentTemplate.For(message with { Text = new string('a', 1000), Link = Samples.Link }).ShouldBeNull();
        ContentTemplate.For(message with { Text = "" }).ShouldBeNull();
        ContentTemplate.For(message with { Buttons = [new(new string('a', 21), "1")] }).ShouldBeNull();
        ContentTemplate.For(message with { Buttons = [new("Sí", "1"), new("Sí", "2")] }).ShouldBeNull();
    }

    [Fact]
    public void Every_variable_of_it_is_filled_and_none_is_empty()
    {
        foreach (var template in ContentTemplate.All)
        {
            var names = ((JsonObject)template.Request()["variables"]!).Select(sample => sample.Key).ToList();
            var values = (JsonObject)JsonNode.Parse(template.Fill(With(template.Options)))!;

            values.Select(value => value.Key).ShouldBe(names, ignoreOrder: true);
            values.ShouldAllBe(value => value.Value!.ToString().Length > 0);
            names.ShouldAllBe(name => template.Request()["types"]!.ToJsonString(null).Contains("{{" + name + "}}"));
        }
    }

    [Fact]
    public void Every_step_is_shown_with_buttons()
    {
        foreach (var step in StepBook.All.Where(step => step.Choices.Count > 0))
        {
            var message = Samples.To(Channel.WhatsApp, "whatsapp:+593990000001", [.. step.Choices.Select(choice => choice.Label.Say(Language.Spanish))]);

            ContentTemplate.For(message).ShouldNotBeNull(step.State.ToString());
        }
    }

    private static OutgoingMessage With(int options) =>
        Samples.To(Channel.WhatsApp, "whatsapp:+593990000001", [.. Enumerable.Range(1, options).Select(option => $"Opción {option}")]);
}
