using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>How long a page can still be used.</summary>
/// <param name="Until">As in "14:35".</param>
/// <param name="Milliseconds">From when the page was made.</param>
/// <param name="CanGrow">Whether "Necesito más tiempo" would help.</param>
public sealed record TimeLeft(string Until, long Milliseconds, bool CanGrow)
{
    /// <summary>Before there is a page to show.</summary>
    public static TimeLeft None { get; } = new("", 0, CanGrow: false);

    /// <summary>Said from the start; {0} is <see cref="Until"/>.</summary>
    public PageText Says { get; init; } = CanGrow ? PageText.UntilCanGrow : PageText.Until;

    /// <summary>Said two minutes before the end, by a script.</summary>
    public PageText Soon { get; init; } = CanGrow ? PageText.TimeSoon : PageText.TimeSoonLast;
}
