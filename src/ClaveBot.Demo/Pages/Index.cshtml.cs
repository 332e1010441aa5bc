using System.Globalization;
using ClaveBot.Channels;
using ClaveBot.Demo.Phones;
using ClaveBot.Demo.Simulator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaveBot.Demo.Pages;

/// <summary>Two phones, five people, the mails, and a way back to the start.</summary>
public sealed class IndexModel(DemoWorld world, IReadOnlyList<PersonCard> people) : PageModel
{
    public IReadOnlyList<Phone> Phones => world.Phones;

    public IReadOnlyList<PersonCard> People => people;

    public IReadOnlyList<MailShown> Mails { get; } = world.Mails.All();

    public async Task<IActionResult> OnPostTypeAsync(Channel channel, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            await On(channel).TypeAsync(text);
        return BackTo(channel);
    }

    /// <summary>Presses the button at <paramref name="button"/> of the message numbered <paramref name="message"/>.</summary>
    public async Task<IActionResult> OnPostPressAsync(Channel channel, long message, int button)
    {
        var phone = On(channel);
        var pressed = phone.Transcript.FirstOrDefault(other => other.Number == message);
        if (pressed?.Buttons.ElementAtOrDefault(button) is { Payload: not null } chosen)
            await phone.PressAsync(pressed, chosen);
        return BackTo(channel);
    }

    public async Task<IActionResult> OnPostSendAsync(Channel channel, MessageKind kind)
    {
        if (Wording.Kinds.Any(offered => offered.Kind == kind))
            await On(channel).SendAsync(kind);
        return BackTo(channel);
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        await world.ResetAsync();
        return RedirectToPage();
    }

    private Phone On(Channel channel) => Phones.FirstOrDefault(phone => phone.Channel == channel) ?? Phones[0];

    private RedirectToPageResult BackTo(Channel channel) =>
        RedirectToPage("Index", pageHandler: null, routeValues: null, fragment: string.Create(CultureInfo.InvariantCulture, $"{channel.Key()}-end"));
}
