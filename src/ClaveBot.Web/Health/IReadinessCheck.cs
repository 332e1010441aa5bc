namespace ClaveBot.Web.Health;

/// <summary>Something without which the host cannot do its work.</summary>
public interface IReadinessCheck
{
    /// <summary>One lower-case word: <c>redis</c>.</summary>
    string Name { get; }

    /// <summary>Null when it answers, else what is wrong and the cure, for the operator. May throw; is given two seconds.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
