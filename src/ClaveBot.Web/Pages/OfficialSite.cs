using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>The institute's own site, where the clave is changed in Portal mode.</summary>
internal static class OfficialSite
{
    public const string Address = "https://www.iess.gob.ec";

    /// <summary>The six steps that the site asks for.</summary>
    public static IReadOnlyList<PageText> Steps { get; } =
    [
        PageText.GuideStep1, PageText.GuideStep2, PageText.GuideStep3, PageText.GuideStep4, PageText.GuideStep5, PageText.GuideStep6,
    ];
}
