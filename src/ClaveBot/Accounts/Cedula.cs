using System.Diagnostics.CodeAnalysis;

namespace ClaveBot.Accounts;

/// <summary>
/// An Ecuadorian identity number: ten digits, province 01–24, 30 or 50, third digit 0–6 (6 for people from abroad), and a check
/// digit (weights 2,1,2,…, products over 9 less 9, tens complement of the sum). Valid says nothing about existing.
/// </summary>
public sealed record Cedula
{
    private Cedula(string digits) => Digits = digits;

    /// <summary>The ten digits.</summary>
    public string Digits { get; }

    /// <summary>Reads a cédula as people write it: spaces and hyphens are ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Cedula? cedula)
    {
        cedula = null;
        var digits = string.Concat((text ?? "").Where(c => c is not (' ' or '-' or '\u00A0')));
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit) || !HasProvince(digits) || digits[2] > '6' || CheckDigit(digits) != digits[9] - '0')
            return false;
        cedula = new Cedula(digits);
        return true;
    }

    /// <summary>Masked: an identity number is not for logs.</summary>
    public override string ToString() => "cédula ••••••" + Digits[^2..];

    private static bool HasProvince(string digits) =>
        ((digits[0] - '0') * 10) + digits[1] - '0' is (>= 1 and <= 24) or 30 or 50;

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (10 - (sum % 10)) % 10;
    }
}
