namespace ClaveBot.Cli.Training;

/// <summary>From sums to likelihoods, with an exponential of our own: the platform's may differ in the last bit from machine to machine.</summary>
internal static class SoftMax
{
    /// <summary>In place.</summary>
    public static void Apply(Span<float> sums)
    {
        var most = float.MinValue;
        foreach (var sum in sums)
            most = MathF.Max(most, sum);
        var total = 0f;
        foreach (ref var sum in sums)
            total += sum = Exp(sum - most);
        foreach (ref var sum in sums)
            sum /= total;
    }

    // For x <= 0: e^x = (e^(x/1024))^1024, the inner one by its series.
    private static float Exp(float x)
    {
        if (x < -40)
            return 0;
        var part = x / 1024.0;
        var power = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)));
        for (var i = 0; i < 10; i++)
            power *= power;
        return (float)power;
    }
}
