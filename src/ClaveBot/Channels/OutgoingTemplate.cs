namespace ClaveBot.Channels;

/// <summary>What may be said to somebody who wrote nothing for a day: a template that WhatsApp approved, and what fills it.</summary>
/// <param name="Kind">Which one; the operator's settings name it.</param>
/// <param name="Values">Of its variables {{1}}, {{2}} … Each becomes one line without breaks; none is empty.</param>
public sealed record OutgoingTemplate(TemplateKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(template)";
}

/// <summary>The templates an operator can have. The numbers are stored; the names are those of the settings.</summary>
public enum TemplateKind
{
    /// <summary>The clave was changed, or the account frozen, from another chat.</summary>
    Alert = 1,

    /// <summary>A reminder that the person asked for.</summary>
    Reminder = 2,

    /// <summary>A person's answer that comes late.</summary>
    Person = 3,
}
