using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ClaveBot.Web.Operators;

/// <summary>One instrument's values by their tags, of which there are at most two. Recording allocates nothing but the first time.</summary>
internal sealed class MeterSeries(Instrument instrument)
{
    // Reasons come from other people's servers: what they make up must not fill the memory.
    private const int Most = 200;

    private readonly bool _isCounter = IsA(instrument, typeof(Counter<>)) || IsA(instrument, typeof(ObservableCounter<>));
    private readonly bool _adds = IsA(instrument, typeof(Counter<>)) || IsA(instrument, typeof(UpDownCounter<>));
    private readonly ConcurrentDictionary<(string First, string Second), Cell> _cells = new();
    private KeyValuePair<string, object?>[] _names = [];

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_names.Length != tags.Length)
            _names = tags.ToArray();
        var key = (Value(tags, 0), Value(tags, 1));
        if (!_cells.TryGetValue(key, out var cell))
            cell = _cells.GetOrAdd(_cells.Count < Most ? key : ("other", "other"), static _ => new Cell());
        cell.Record(value, _adds);
    }

    /// <summary>As Prometheus' text format 0.0.4 wants it.</summary>
    public void Write(StringBuilder text)
    {
        var name = Name();
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {(_isCounter ? "counter" : "gauge")}\n");
        foreach (var ((first, second), cell) in _cells)
            text.Append(CultureInfo.InvariantCulture, $"{name}{Labels(first, second)} {cell.Value}\n");
    }

    private string Name()
    {
        var name = instrument.Name.Replace('.', '_');
        if (instrument.Unit is "s")
            name += "_seconds";
        return _isCounter ? name + "_total" : name;
    }

    private string Labels(string first, string second) => _names switch
    {
        [] => "",
        [var only] => $"{{{only.Key}=\"{Escape(first)}\"}}",
        [var one, var two, ..] => $"{{{one.Key}=\"{Escape(first)}\",{two.Key}=\"{Escape(second)}\"}}",
    };

    private static bool IsA(Instrument instrument, Type kind) => instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == kind;

    private static string Value(ReadOnlySpan<KeyValuePair<string, object?>> tags, int index) =>
        index < tags.Length ? tags[index].Value as string ?? tags[index].Value?.ToString() ?? "" : "";

    private static string Escape(string label) => label
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Cell
    {
        private readonly Lock _lock = new();
        private double _value;

        public double Value
        {
            get
            {
                lock (_lock)
                    return _value;
            }
        }

        public void Record(double value, bool adds)
        {
            lock (_lock)
                _value = adds ? _value + value : value;
        }
    }
}
