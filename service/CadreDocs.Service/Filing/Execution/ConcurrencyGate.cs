namespace CadreDocs.Service.Filing.Execution;

/// <summary>Lets as many through at once as the library bears: one more after a round without trouble, half after a refusal.</summary>
internal sealed class ConcurrencyGate(int most)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _inside;
    private int _calm;

    /// <summary>How many may be inside now.</summary>
    public int Limit { get; private set; } = Math.Min(4, most);

    /// <summary>Waits for a place.</summary>
    public Task EnterAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_inside < Limit)
            {
                _inside++;
                return Task.CompletedTask;
            }

            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(place);
            return place.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Leaves, and says whether the library was in trouble.</summary>
    public void Leave(bool trouble)
    {
        lock (_lock)
        {
            _inside--;
            if (trouble)
            {
                (Limit, _calm) = (Math.Max(1, Limit / 2), 0);
            }
            else if (++_calm >= Limit && Limit < most)
            {
                (Limit, _calm) = (Limit + 1, 0);
            }

            while (_inside < Limit && _waiting.TryDequeue(out var place))
            {
                _inside++;
                place.SetResult();
            }
        }
    }
}
