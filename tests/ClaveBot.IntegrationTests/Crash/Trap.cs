namespace ClaveBot.IntegrationTests.Crash;

/// <summary>Waits at one kill point of one instance, and springs once.</summary>
/// <param name="kill">SIGKILL; returns once it is sent.</param>
internal sealed class Trap(Action kill)
{
    private readonly Lock _gate = new();
    private KillPoint? _point;
    private int _left;
    private TaskCompletionSource _sprung = new();

    /// <summary>Completes when the process was killed.</summary>
    public Task Arm(KillPoint point, int count)
    {
        lock (_gate)
        {
            (_point, _left) = (point, count);
            _sprung = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _sprung.Task;
        }
    }

    /// <summary>False: it has sprung already.</summary>
    public bool Disarm()
    {
        lock (_gate)
        {
            var waiting = _point is not null;
            _point = null;
            return waiting;
        }
    }

    /// <summary>Whether this is the moment: then the caller passes nothing on any more, and calls <see cref="Spring"/>.</summary>
    public bool Catches(Seam seam, string what, bool after)
    {
        lock (_gate)
        {
            if (_point is null || _point.Seam != seam || _point.What != what || _point.After != after || --_left > 0)
                return false;
            _point = null;
            return true;
        }
    }

    public void Spring()
    {
        kill();
        _sprung.TrySetResult();
    }
}
