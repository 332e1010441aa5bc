namespace ClaveBot.PasswordLinks;

/// <summary>What a browser may see of a link; pure. Whoever has no cookie of it learns no more than that it is in use.</summary>
internal static class PageViews
{
    // Less is not worth a button.
    private static readonly TimeSpan LeastMore = TimeSpan.FromMinutes(1);

    /// <summary>The page for <paramref name="session"/>, at <paramref name="now"/>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="session">This browser's half of a claim; null when it has none.</param>
    /// <param name="now">The time.</param>
    /// <param name="last">To when the link can be extended.</param>
    public static PageView Of(StoredLink link, PageSession? session, DateTimeOffset now, DateTimeOffset last)
    {
        if (link.Purpose == LinkPurpose.Guide)
            return link.State == LinkState.Issued && !link.IsOver(now) ? new PageView.Guide(link.Deadline) : new PageView.Gone();
        var canGrow = last - link.Deadline >= LeastMore;
        return link.State switch
        {
            LinkState.Changing => session is null ? new PageView.Elsewhere() : new PageView.Unsure(),
            LinkState.Used when session is not null => new PageView.Changed(),
            LinkState.Used or LinkState.Ended => new PageView.Gone(),
            _ when link.IsOver(now) => new PageView.Gone(),
            LinkState.Issued or LinkState.Claimed when link.Purpose == LinkPurpose.Recover => session is null
                ? new PageView.Recover(link.Deadline, canGrow && link.State == LinkState.Issued, link.State == LinkState.Claimed)
                : new PageView.Code(link.Deadline, session.Digits),
            LinkState.Claimed when session is { Current: not null } => new PageView.Choose(link.Deadline, session.Digits, session.Reason, canGrow),
            LinkState.Claimed when now < link.At + LinkStore.ClaimLife => new PageView.Elsewhere(),
            _ => new PageView.Prove(link.Deadline, canGrow),
        };
    }
}
