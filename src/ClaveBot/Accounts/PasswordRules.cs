using System.Globalization;
using System.Text;
using ClaveBot.Accounts.Breached;
using ClaveBot.Settings;

namespace ClaveBot.Accounts;

/// <summary>
/// What a new clave must be, the same on every path (NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.2):
/// <list type="number">
/// <item>Something, and between the directory's minimum and maximum of code points.</item>
/// <item>Left alone by NFKC, so that every device types the same bytes. It is refused, never rewritten.</item>
/// <item>Not the current one.</item>
/// <item>Not the person's own data: no cédula in it, and more to it than name and e-mail.</item>
/// <item>Not the service's own words: its name, its errand, its address.</item>
/// <item>Not known from breaches: neither in the shipped list nor in the operator's.</item>
/// <item>Not common, repeated or in sequence.</item>
/// </list>
/// All of it is decided on this machine; nothing of a clave is sent anywhere to be judged.
/// There are no rules about kinds of characters: any character, spaces and emoji too, is welcome and none is demanded.
/// </summary>
public sealed class PasswordRules
{
    private const string Unnamed = "\uFFFD";

    /// <summary>A base with marks upon marks is one character too, and could be the whole clave.</summary>
    private const int LongestCharacter = 3;

    private readonly BreachedPasswords breached;

    private PasswordRules(BreachedPasswords breached, IReadOnlyList<string> context)
    {
        this.breached = breached;
        Context = context;
    }

    /// <summary>With the shipped list alone, and no words of an installation.</summary>
    public static PasswordRules Shipped { get; } = new(BreachedPasswords.Shipped, ContextWords.Own);

    /// <summary>The words of this service, folded; longest first.</summary>
    public IReadOnlyList<string> Context { get; }

    /// <summary>Those of one installation.</summary>
    public static PasswordRules Of(ClaveBotSettings settings, BreachedPasswords breached) => new(breached, ContextWords.Of(settings));

    /// <summary>The first rule that <paramref name="replacement"/> breaks; null when it may be taken.</summary>
    /// <param name="replacement">The new clave.</param>
    /// <param name="current">The current one; null where it is not known, as in recovery.</param>
    /// <param name="person">Whose it would be.</param>
    /// <param name="limits">What the directory demands.</param>
    public PasswordFault? Check(Secret replacement, Secret? current, Person person, PasswordLimits limits)
    {
        var text = replacement.Reveal();
        var length = text.EnumerateRunes().Count();
        if (length == 0)
            return PasswordFault.Empty;
        if (length < limits.MinLength)
            return PasswordFault.TooShort;
        if (length > limits.MaxLength)
            return PasswordFault.TooLong;
        if (UnstableCharacter(replacement) is not null)
            return PasswordFault.NotStable;
        if (current?.Is(replacement) == true)
            return PasswordFault.Same;
        if (PersonalData.Of(person).MakesUp(text))
            return PasswordFault.Personal;
        if (ContextWords.MakeUp(text, Context))
            return PasswordFault.Context;
        if (breached.Hold(text) || breached.Hold(text.ToLowerInvariant()))
            return PasswordFault.Breached;
        return CommonPasswords.Holds(text, person, limits) ? PasswordFault.Common : null;
    }

    /// <summary>
    /// The first character that NFKC normalisation would alter, to be named to the person; null when there is none, and U+FFFD when it
    /// cannot be named without showing more of the clave.
    /// </summary>
    public static string? UnstableCharacter(Secret replacement)
    {
        var text = replacement.Reveal();
        if (!IsWellFormed(text))
            return Unnamed;
        if (text.IsNormalized(NormalizationForm.FormKC))
            return null;
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            if (characters.GetTextElement() is var character && !character.IsNormalized(NormalizationForm.FormKC))
                return character.Length <= LongestCharacter ? character : Unnamed;
        }

        return Unnamed;
    }

    /// <summary>Half a surrogate pair has no bytes in UTF-8, and normalisation throws on it.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
                return false;
        }

        return true;
    }
}
