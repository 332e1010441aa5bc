namespace ClaveBot.SecretGuard;

/// <summary>What a typed text seems to hold. A false alarm costs a kind sentence; a miss leaves a clave in a chat.</summary>
public enum TypedSecret
{
    Clean,

    /// <summary>A clave, said or shown.</summary>
    Password,

    /// <summary>An identity number, or the tax number made of it.</summary>
    Cedula,

    /// <summary>A code that was sent to somebody.</summary>
    Code,
}
