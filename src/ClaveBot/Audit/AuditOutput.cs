namespace ClaveBot.Audit;

/// <summary>Where lines are written besides Redis: standard output, one JSON object a line, as they are kept.</summary>
public sealed class AuditOutput(TextWriter writer)
{
    /// <summary>Lines of one process never mix.</summary>
    internal void Write(IEnumerable<string> lines)
    {
        lock (writer)
        {
            foreach (var line in lines)
                writer.WriteLine(line);
            writer.Flush();
        }
    }
}
