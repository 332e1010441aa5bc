using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>Every page without fields.</summary>
internal static class Notices
{
    public static Notice Home { get; } = new(200, Result: null, PageText.HomeTitle, PageText.HomeWhat, PageText.HomeHow);

    public static Notice HowToStart { get; } = new(200, Result: null, PageText.StartTitle, PageText.StartWhat)
    {
        Steps = [PageText.StartWrite, PageText.StartChoose, PageText.StartOpen],
    };

    /// <summary>Used, expired, replaced or never issued: the same for all, so that a stranger learns nothing.</summary>
    /// <param name="life">How long a link lives.</param>
    /// <param name="chats">The ways back.</param>
    public static Notice Gone(TimeSpan life, IReadOnlyList<(PageText Text, string Url)> chats) => new(410, "gone", PageText.GoneTitle, PageText.GoneWhy)
    {
        Values = [life.TotalMinutes],
        Causes = [PageText.GoneUsed, PageText.GoneExpired, PageText.GoneReplaced, PageText.GoneBlocked],
        HowTitle = PageText.GoneHow,
        Steps = [PageText.GoneBack, PageText.GoneAsk, PageText.GoneOpen],
        Chats = chats,
    };

    public static Notice Unsure { get; } = new(200, "unsure", PageText.UnsureTitle, PageText.UnsureWhat)
    {
        Steps = [PageText.UnsureWait, PageText.UnsureTryNew, PageText.UnsureTryOld],
    };

    public static Notice Changed { get; } = new(200, "changed", PageText.ChangedTitle, PageText.ChangedWhat, PageText.ChangedMail)
    {
        Step = PageText.StepSix,
        Steps = [PageText.ChangedSave, PageText.ChangedSignOut, PageText.ChangedBack],
    };

    public static Notice Unavailable { get; } = new(503, "unavailable", PageText.UnavailableTitle, PageText.UnavailableWhat)
    {
        Steps = [PageText.UnavailableWait, PageText.UnavailableRetry, PageText.UnavailableAsk],
    };

    /// <summary>Claimed, and this request does not carry the cookie of the browser that did.</summary>
    /// <param name="continuePath">Null where "Continuar" has been tried: the cookie is not in this browser.</param>
    /// <param name="chats">Where another link can be asked for, which works at once.</param>
    public static Notice Elsewhere(string? continuePath, IReadOnlyList<(PageText Text, string Url)> chats) =>
        new(200, Result: null, PageText.ElsewhereTitle, continuePath is null ? PageText.ElsewhereOther : PageText.ElsewhereWhat)
        {
            Action = continuePath is null ? null : (PageText.ElsewhereContinue, continuePath),
            Otherwise = PageText.ElsewhereAsk,
            Chats = chats,
        };

    public static Notice ForStatus(int status) => status switch
    {
        404 or 410 => new(status, Result: null, PageText.NotFoundTitle, PageText.NotFoundWhat),
        413 => new(status, Result: null, PageText.TooLargeTitle, PageText.BadRequestWhat),
        503 => Unavailable,
        >= 500 => new(status, Result: null, PageText.BrokenTitle, PageText.BrokenWhat, PageText.BrokenAsk),
        _ => new(status, Result: null, PageText.BadRequestTitle, PageText.BadRequestWhat, PageText.BadRequestCookies),
    };
}
