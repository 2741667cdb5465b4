using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Scriban.Runtime;

/// <summary>What a template sees of a .NET object its host put into a model: the public properties and fields of the host's own types, to read.</summary>
/// <remarks>
/// Never methods, indexers, static members or anything private; never what the framework's own types declare (types, delegates, streams, tasks, loggers …),
/// also not through a class of the host that derives from them. Only pairs and tuples, which hold nothing but the host's values, are an exception.
/// <see cref="ScriptMemberIgnoreAttribute"/> and <see cref="TemplateContext.MemberFilter"/> take members away, <see cref="TemplateContext.MemberRenamer"/> names them.
/// </remarks>
internal sealed class DotNetMembers
{
    private static readonly ConcurrentDictionary<Type, DotNetMembers> Standard = new();

    private readonly Dictionary<string, MemberInfo> _byName;
    private readonly string[] _names;

    private DotNetMembers(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate? filter, IEqualityComparer<string>? comparer)
    {
        _byName = new Dictionary<string, MemberInfo>(comparer ?? StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance))
        {
            if (IsData(member) && IsOpen(member.DeclaringType!) && !member.IsDefined(typeof(ScriptMemberIgnoreAttribute), inherit: true)
                && (filter is null || filter(member)) && _byName.TryAdd(renamer(member), member))
            {
                names.Add(renamer(member));
            }
        }
        _names = [.. names];
    }

    /// <summary>The members templates see, in the order of the type.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The members of a value under the names of a context; null for a value that shows none.</summary>
    public static DotNetMembers? Of(TemplateContext context, object value)
    {
        var type = value.GetType();
        if (value is Delegate or MemberInfo || !MayBeOpen(type))
        {
            return null;
        }
        if (ReferenceEquals(context.MemberRenamer, StandardMemberRenamer.Default) && context.MemberFilter is null && context.KeyComparer is null)
        {
            return Standard.GetOrAdd(type, static type => new DotNetMembers(type, StandardMemberRenamer.Default, null, null)).OrNothing;
        }
        return context.MembersOf(type, static (context, type) => new DotNetMembers(type, context.MemberRenamer, context.MemberFilter, context.KeyComparer)).OrNothing;
    }

    /// <summary>Reads a member, waiting for one that is a task; a getter of the host that fails is its own exception.</summary>
    public bool TryRead(object target, string name, CancellationToken cancellationToken, out object? value)
    {
        if (!_byName.TryGetValue(name, out var member))
        {
            value = null;
            return false;
        }
        try
        {
            value = Awaiting.ResultOf(member is PropertyInfo property ? property.GetValue(target) : ((FieldInfo)member).GetValue(target), cancellationToken);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            throw new InvalidOperationException(cause.Message, cause);
        }
        return true;
    }

    private DotNetMembers? OrNothing => _names.Length == 0 ? null : this;

    private static bool IsData(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true } && IsSafe(property.PropertyType),
        FieldInfo field => IsSafe(field.FieldType),
        _ => false,
    };

    private static bool IsSafe(Type type) => !type.IsPointer && !type.IsByRef && !type.IsByRefLike;

    private static bool MayBeOpen(Type type) => !type.IsPrimitive && !type.IsEnum && !type.IsArray && !type.IsCOMObject && (!IsFramework(type) || IsPlainHolder(type));

    private static bool IsOpen(Type type) => !IsFramework(type) || IsPlainHolder(type);

    private static bool IsFramework(Type type) =>
        type.Namespace is "System" or "Microsoft"
        || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
        || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true
        || type.Assembly == typeof(object).Assembly
        || type.Assembly == typeof(DotNetMembers).Assembly;

    private static bool IsPlainHolder(Type type) =>
        typeof(ITuple).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
