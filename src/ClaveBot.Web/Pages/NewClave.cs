using ClaveBot.Accounts;
using ClaveBot.Texts;

namespace ClaveBot.Web.Pages;

/// <summary>
/// The new clave on whichever page asks for one (change and recovery): its rules, its two fields, and a phrase that is offered.
/// Shown by the partials <c>_ClaveRules</c> and, within the page's form, <c>_ClaveFields</c>.
/// </summary>
public sealed class NewClave(PasswordRules rules, PasswordLimits limits, string cedula, FieldErrors errors)
{
    public PasswordLimits Limits => limits;

    public FieldErrors Errors => errors;

    /// <summary>For the read-only user name that password managers need.</summary>
    public string Cedula => cedula;

    /// <summary>Words of this service, for the explanation while typing.</summary>
    public string Context => string.Join(' ', rules.Context);

    /// <summary>The phrase on offer; null when the directory's limits leave no room for one. It is nowhere but on the page.</summary>
    public string? Offered { get; private set; }

    /// <summary>What the person chose: the two fields, or the offered phrase when its button was pressed. Null: see the errors.</summary>
    public Secret? Read(IFormCollection form)
    {
        var offered = Field(form, "ofrecida");
        Offered = Passphrase.IsOne(offered) ? offered : null;
        return form.ContainsKey("usar") && offered.Length > 0 ? new Secret(offered) : ReadTyped(Field(form, "nueva"), Field(form, "confirmacion"));
    }

    /// <summary>The new clave is not taken.</summary>
    public void Refuse(PasswordFault fault, Secret replacement)
    {
        errors.Add("nueva", FaultWords.Of(fault), limits.MinLength, limits.MaxLength, PasswordRules.UnstableCharacter(replacement));
        if (string.Equals(Offered, replacement.Reveal(), StringComparison.Ordinal))
            Offered = null;
    }

    /// <summary>To be called before the page is shown. What was offered before stays: it may be on paper by now.</summary>
    public NewClave Offer()
    {
        if (Offered is null && Accounts.Cedula.TryParse(cedula, out var who))
            Offered = Passphrase.Make(rules, new Person(who, "", []), limits);
        return this;
    }

    private Secret? ReadTyped(string replacement, string confirmation)
    {
        if (replacement.Length == 0)
            errors.Add("nueva", PageText.NewEmpty);
        if (confirmation.Length == 0)
            errors.Add("confirmacion", PageText.ConfirmationEmpty);
        else if (replacement.Length > 0 && !string.Equals(replacement, confirmation, StringComparison.Ordinal))
            errors.Add("confirmacion", PageText.ConfirmationDiffers);
        return errors.Any ? null : new Secret(replacement);
    }

    /// <summary>Exactly as typed; the framework's binder would turn a clave of spaces into nothing.</summary>
    private static string Field(IFormCollection form, string name) => form[name] is [{ } value, ..] ? value : "";
}
