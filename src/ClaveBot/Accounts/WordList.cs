using System.Text;

namespace ClaveBot.Accounts;

/// <summary>The lists of words that are part of the program: words separated by spaces, lines that begin with # are remarks.</summary>
internal static class WordList
{
    /// <exception cref="InvalidOperationException">There is no such list.</exception>
    public static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(static line => !line.StartsWith('#'))
            .SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
