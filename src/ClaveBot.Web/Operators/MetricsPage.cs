using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using ClaveBot.Pressure;
using Prometheus;

namespace ClaveBot.Web.Operators;

/// <summary>
/// <c>/metrics</c> on the admin port: our own meters and the process' figures. The framework's meters would cost each request something,
/// and prometheus-net's bridge doubles names and makes gauges of counters.
/// </summary>
internal sealed class MetricsPage : IDisposable
{
    private readonly ConcurrentQueue<MeterSeries> _series = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">Only what comes from this host's factory is shown.</param>
    public MetricsPage(IMeterFactory meters)
    {
        Metrics.SuppressDefaultMetrics(new SuppressDefaultMetricOptions { SuppressEventCounters = true, SuppressMeters = true, SuppressDebugMetrics = true });
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, meters) || !IsOurs(instrument.Meter.Name))
                return;
            var series = new MeterSeries(instrument);
            _series.Enqueue(series);
            listener.EnableMeasurementEvents(instrument, series);
        };
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, series) => ((MeterSeries)series!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, series) => ((MeterSeries)series!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, series) => ((MeterSeries)series!).Record(value, tags));
        _listener.Start();
    }

    public async Task ShowAsync(HttpContext context)
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var series in _series)
            series.Write(text);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string meter) =>
        meter.Equals(TurnMetrics.MeterName, StringComparison.Ordinal) || meter.StartsWith(TurnMetrics.MeterName + ".", StringComparison.Ordinal);
}
