using ClaveBot.Persons;

namespace ClaveBot.PasswordLinks;

/// <summary>The ids of what links tell their conversations: said from several places, each has one effect.</summary>
internal static class LinkEvents
{
    public static string Changed(LinkKey link) => "changed:" + link.Hash;

    public static string Proven(LinkKey link, PersonKey person) => $"proven:{link.Hash}:{person.Hash}";

    public static string Expired(LinkKey link) => "expired:" + link.Hash;

    public static string Blocked(LinkKey link) => "blocked:" + link.Hash;
}
