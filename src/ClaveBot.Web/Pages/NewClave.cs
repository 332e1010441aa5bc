using ClaveBot.Accounts;
using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>The fields of a new clave, the same wherever one is chosen.</summary>
/// <param name="Errors">What is wrong with them.</param>
/// <param name="Limits">What the directory demands.</param>
/// <param name="Cedula">For the read-only user name that password managers need.</param>
/// <param name="IsKnown">Whether the current clave was proven.</param>
public sealed record NewClave(FieldErrors Errors, PasswordLimits Limits, string Cedula, bool IsKnown)
{
    /// <summary>What is said before anybody is asked.</summary>
    public static void Check(FieldErrors errors, string replacement, string confirmation)
    {
        if (replacement.Length == 0)
            errors.Add("nueva", PageText.NewEmpty);
        if (confirmation.Length == 0)
            errors.Add("confirmacion", PageText.ConfirmationEmpty);
        else if (replacement.Length > 0 && !string.Equals(replacement, confirmation, StringComparison.Ordinal))
            errors.Add("confirmacion", PageText.ConfirmationDiffers);
    }

    /// <summary>Why it is not taken.</summary>
    public static void Explain(FieldErrors errors, PasswordFault fault, PasswordLimits limits, Secret replacement) =>
        errors.Add("nueva", FaultWords.Of(fault), limits.MinLength, limits.MaxLength, PasswordRules.UnstableCharacter(replacement));
}
