using ClaveBot.Accounts;
using ClaveBot.Tests.Harness;

namespace ClaveBot.IntegrationTests.Accounts;

/// <summary>A directory with the people of <see cref="TestPeople"/>, and the means of those who administer it.</summary>
public abstract class DirectoryUnderTest : IAsyncDisposable
{
    public abstract IAccountDirectory Directory { get; }

    /// <summary>The rules for everybody from now on.</summary>
    public abstract Task PolicyAsync(PolicyUnderTest policy);

    /// <summary>An administrator gave this person a provisional clave.</summary>
    public abstract Task MustChangeAsync(TestPerson person);

    /// <summary>Lets the clave get so old; more than a second of real time passes nowhere.</summary>
    public abstract Task AgeAsync(TestPerson person, TimeSpan age);

    /// <summary>Whether the directory itself takes this clave now, asked without the code under test where that can be.</summary>
    public abstract Task<bool> TakesAsync(TestPerson person, string clave);

    public abstract ValueTask DisposeAsync();
}

/// <summary>What a directory demands; zero is "not at all".</summary>
public sealed record PolicyUnderTest
{
    public int MinLength { get; init; }

    public int MaxLength { get; init; }

    public int InHistory { get; init; }

    public TimeSpan MinAge { get; init; }

    public TimeSpan MaxAge { get; init; }

    /// <summary>At how many failures it locks.</summary>
    public int MaxFailure { get; init; }
}
