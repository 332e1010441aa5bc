using System.Collections.Frozen;
using System.Text;

namespace ClaveBot.Conversation.Understanding;

/// <summary>What is known of each <see cref="Meaning"/>.</summary>
public static class Meanings
{
    /// <summary>How many there are; they are numbered from 0.</summary>
    public const int Count = (int)Meaning.Thanks + 1;

    private static readonly string[] Labels = [.. Enum.GetNames<Meaning>().Select(LabelOf)];

    private static readonly FrozenDictionary<string, Meaning> ByLabel =
        Enum.GetValues<Meaning>().ToFrozenDictionary(static meaning => meaning.Label(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<Meaning, Trigger> Triggers = new Dictionary<Meaning, Trigger>
    {
        [Meaning.Change] = Trigger.Change,
        [Meaning.Forgot] = Trigger.Forgot,
        [Meaning.Locked] = Trigger.Locked,
        [Meaning.WrongEmail] = Trigger.WrongEmail,
        [Meaning.Why] = Trigger.Why,
        [Meaning.Expiry] = Trigger.Expiry,
        [Meaning.IsItReal] = Trigger.IsItReal,
        [Meaning.NotMe] = Trigger.NotMe,
        [Meaning.Community] = Trigger.Community,
        [Meaning.Reminder] = Trigger.Reminder,
        [Meaning.Comment] = Trigger.Comment,
        [Meaning.Privacy] = Trigger.Privacy,
        [Meaning.MyData] = Trigger.MyData,
        [Meaning.Erase] = Trigger.Erase,
        [Meaning.Language] = Trigger.ChangeLanguage,
        [Meaning.Employer] = Trigger.Employer,
        [Meaning.Safety] = Trigger.Safety,
        [Meaning.Person] = Trigger.Person,
        [Meaning.Help] = Trigger.Help,
        [Meaning.Menu] = Trigger.Menu,
        [Meaning.Back] = Trigger.Back,
        [Meaning.Repeat] = Trigger.Repeat,
        [Meaning.Cancel] = Trigger.Cancel,
        [Meaning.Restart] = Trigger.Restart,
        [Meaning.Yes] = Trigger.Yes,
        [Meaning.No] = Trigger.No,
        [Meaning.Done] = Trigger.Next,
        [Meaning.Greeting] = Trigger.Greeting,
        [Meaning.Thanks] = Trigger.Thanks,
        [Meaning.Other] = Trigger.Unknown,
    }.ToFrozenDictionary();

    // What one can say has more names in the dialogue than in the corpus.
    private static readonly FrozenDictionary<Trigger, Meaning> BackFromTriggers = Triggers.ToDictionary(static pair => pair.Value, static pair => pair.Key)
        .Concat(new Dictionary<Trigger, Meaning>
        {
            [Trigger.NewLink] = Meaning.Change,
            [Trigger.MailLost] = Meaning.WrongEmail,
            [Trigger.Trouble] = Meaning.Help,
            [Trigger.GoOn] = Meaning.No,
            [Trigger.More] = Meaning.Menu,
            [Trigger.Helper] = Meaning.Safety,
            [Trigger.Spanish] = Meaning.Language,
            [Trigger.English] = Meaning.Language,
            [Trigger.AskPerson] = Meaning.Person,
            [Trigger.StopReminder] = Meaning.Reminder,
            [Trigger.Report] = Meaning.NotMe,
            [Trigger.Judged] = Meaning.IsItReal,
            [Trigger.OwnLink] = Meaning.IsItReal,
        })
        .ToFrozenDictionary();

    /// <summary>Its name in the corpus: <c>wrong_email</c>.</summary>
    public static string Label(this Meaning meaning) => Labels[(int)meaning];

    /// <summary>The meaning of that name; null when there is none.</summary>
    public static Meaning? OfLabel(string label) => ByLabel.TryGetValue(label, out var meaning) ? meaning : null;

    /// <summary>Whether it erases, ends or freezes something: such a meaning is never <see cref="Sureness.Sure"/> by a word that is only similar.</summary>
    public static bool IsDestructive(this Meaning meaning) => meaning is Meaning.Erase or Meaning.Cancel or Meaning.Restart or Meaning.NotMe;

    /// <summary>What the dialogue does on it.</summary>
    public static Trigger ToTrigger(this Meaning meaning) => Triggers[meaning];

    /// <summary>The nearest meaning of what a step read by its own words; null when there is none.</summary>
    public static Meaning? Of(Trigger trigger) => BackFromTriggers.TryGetValue(trigger, out var meaning) ? meaning : null;

    private static string LabelOf(string name)
    {
        var label = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && label.Length > 0)
                label.Append('_');
            label.Append(char.ToLowerInvariant(letter));
        }

        return label.ToString();
    }
}
