namespace Scriban.Runtime;

/// <summary>Tasks as values: a function or a member of the host may give one, and templates work with its result.</summary>
internal static class Awaiting
{
    /// <summary>Whether a type is a task.</summary>
    public static bool IsTask(Type type) => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    /// <summary>The result of a task, once it is there; null for a task without one. Any other value stays as it is.</summary>
    /// <exception cref="OperationCanceledException">The token asked to stop first.</exception>
    public static object? ResultOf(object? value, CancellationToken cancellationToken)
    {
        var task = value switch
        {
            Task given => given,
            ValueTask given => given.AsTask(),
            null => null,
            _ when IsTask(value.GetType()) => (Task)value.GetType().GetMethod(nameof(ValueTask<object>.AsTask))!.Invoke(value, null)!,
            _ => null,
        };
        if (task is null)
        {
            return value;
        }
        task.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        var type = task.GetType();
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)))
        {
            type = type.BaseType;
        }
        return type is null || type.GetGenericArguments()[0] is { IsPublic: false, Name: "VoidTaskResult" } ? null : type.GetProperty(nameof(Task<object>.Result))!.GetValue(task);
    }
}
