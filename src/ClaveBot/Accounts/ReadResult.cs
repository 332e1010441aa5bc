namespace ClaveBot.Accounts;

/// <summary>What a look-up without proof found.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>Its kind alone: what it holds is not for logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <param name="Person">Who, with every e-mail on file.</param>
    /// <param name="Marker">Changes with every change of the clave.</param>
    public sealed record Found(Person Person, string Marker) : ReadResult
    {
        /// <summary>Locked until somebody lifts it. A lock that ends by itself is none of these.</summary>
        public bool Frozen { get; init; }

        /// <summary>When the clave expires or expired; null when it never does or nobody knows.</summary>
        public DateTimeOffset? Expires { get; init; }
    }

    public sealed record Missing : ReadResult;

    public sealed record Unavailable : ReadResult;
}
