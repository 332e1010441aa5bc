using ClaveBot.Channels;
using ClaveBot.Keys;
using ClaveBot.PasswordLinks;
using ClaveBot.Redis;
using ClaveBot.Settings;

namespace ClaveBot.Conversation;

/// <summary>What a turn makes of the one-time link of its conversation.</summary>
/// <param name="Link">The link after it; null for none.</param>
/// <param name="Open">A link that exists from now on.</param>
/// <param name="Close">One that ends.</param>
internal sealed record TurnLink(OpenLink? Link, LinkOpening? Open, LinkClosing? Close)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(link)";

    /// <summary>Where the link of a record is stored; null when it has none.</summary>
    public static LinkKey? KeyOf(ConversationId id, OpenLink? link, KeyRing keys) =>
        link is null ? null : LinkToken.KeyOf(LinkToken.Of(id, link.Nonce, keys));

    /// <summary>The link after the turn, and what the commit opens and closes.</summary>
    public static TurnLink Of(
        ConversationId id, ConversationRecord record, TurnPlan plan, IncomingContent content, KeyRing keys, ClaveBotSettings settings, DateTimeOffset now)
    {
        var effect = plan.Link;
        if (effect == LinkEffect.Repeat)
            effect = record.Link is { } live && live.Until > now ? LinkEffect.Keep : LinkEffect.Issue;
        switch (effect)
        {
            case LinkEffect.Issue:
                var issued = new OpenLink(LinkToken.NewNonce(), now + settings.Links.Life);
                // The life counts from being sent; the cap holds when sending takes long.
                var opening = new LinkOpening(KeyOf(id, issued, keys)!.Value, plan.Carries!.Purpose, now + (settings.Links.Life * 1.5));
                return new(issued, opening, Current() is { } old ? new(old, LinkCloseMode.Replace, LinkEnd.Replaced) : null);
            case LinkEffect.Cancel:
                return new(null, null, Current() is { } given ? new(given, LinkCloseMode.Cancel, LinkEnd.Cancelled) : null);
            case LinkEffect.Erase:
                return new(null, null, null);
            case LinkEffect.Forget:
                return content switch
                {
                    IncomingContent.ClaveChanged { Settlement.Link: var used } =>
                        new(used == Current() ? null : record.Link, null, new(used, LinkCloseMode.Settle)),
                    IncomingContent.LinkEnded { Reason: LinkEnd.Expired, Link: var over } => new(null, null, new(over, LinkCloseMode.Expire, LinkEnd.Expired)),
                    _ => new(null, null, null),
                };
            default:
                return new(record.Link, null, null);
        }

        // Two hashes, which a turn that leaves the link alone does not need.
        LinkKey? Current() => KeyOf(id, record.Link, keys);
    }
}
