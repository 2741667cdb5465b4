using System.Diagnostics.CodeAnalysis;

namespace CadreDocs.Service.Hosting;

/// <summary>A value, or the problem that stands in its way.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null where there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null where there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Takes the outcome apart.</summary>
    public bool Refused([NotNullWhen(true)] out Problem? problem, [NotNullWhen(false)] out T? value)
    {
        (problem, value) = (Problem, Value);
        return problem is not null;
    }

    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Only for return statements.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Only for return statements.")]
    public static implicit operator Outcome<T>(Problem problem) => new(null, problem);
}
