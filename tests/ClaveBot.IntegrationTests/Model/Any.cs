using CsCheck;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>One of some values.</summary>
internal static class Any
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
