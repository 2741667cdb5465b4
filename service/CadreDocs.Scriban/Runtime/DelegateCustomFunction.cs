namespace Scriban.Runtime;

/// <summary>Makes functions out of delegates.</summary>
public static class DelegateCustomFunction
{
    /// <summary>A function that calls a delegate. Arguments are converted to the types of its parameters; a first parameter of type <see cref="TemplateContext"/> is filled in.</summary>
    public static IScriptCustomFunction Create(Delegate del)
    {
        ArgumentNullException.ThrowIfNull(del);
        return new MethodFunction(del.GetType().GetMethod("Invoke")!, del, del.Method.GetParameters());
    }
}
