using System.Collections;
using System.Reflection;
using System.Text.Json;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Takes members and functions over into an object. Members are copied once; <see cref="DotNetMembers"/> is for objects that stay in the model as they are.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Takes over the members of a dictionary, a JSON object or a script object; of a .NET object its public properties and fields; of a type its public static methods, as functions, and the values of its public static properties and fields.</summary>
    /// <param name="script">Where the members go.</param>
    /// <param name="obj">What they are taken from; nothing for null.</param>
    /// <param name="filter">Which members of a .NET object; all public ones where null.</param>
    /// <param name="renamer">How they are named; <c>snake_case</c> where null.</param>
    /// <exception cref="ArgumentException">The value has no members.</exception>
    public static void Import(this IScriptObject script, object? obj, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null) =>
        Import(script, obj, ScriptMemberImportFlags.All, filter, renamer);

    /// <summary>Takes over some kinds of members of a .NET object or of a type; of anything else all members.</summary>
    /// <param name="script">Where the members go.</param>
    /// <param name="obj">What they are taken from; nothing for null.</param>
    /// <param name="flags">Which kinds of members of a .NET object or a type.</param>
    /// <param name="filter">Which members of a .NET object; all public ones where null.</param>
    /// <param name="renamer">How they are named; <c>snake_case</c> where null.</param>
    /// <exception cref="ArgumentException">The value has no members.</exception>
    public static void Import(this IScriptObject script, object? obj, ScriptMemberImportFlags flags, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null)
    {
        if (flags != ScriptMemberImportFlags.All)
        {
            var given = filter;
            filter = member => flags.HasFlag(KindOf(member)) && (given is null || given(member));
        }
        ArgumentNullException.ThrowIfNull(script);
        switch (obj)
        {
            case null:
                return;
            case JsonElement json:
                if (json.ValueKind != JsonValueKind.Object)
                {
                    throw new ArgumentException($"A JSON object is expected, not {json.ValueKind}.", nameof(obj));
                }
                ImportMembers(script, (ScriptObject)JsonValues.FromJson(json)!);
                return;
            case ScriptObject other:
                ImportMembers(script, other);
                return;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    Set(script, entry.Key.ToString()!, entry.Value);
                }
                return;
            case IDictionary<string, object?> dictionary:
                ImportMembers(script, dictionary);
                return;
            case Type type:
                ImportStatics(script, type, filter, renamer ?? StandardMemberRenamer.Default);
                return;
            case string or IEnumerable or ValueType when obj is string or IEnumerable || obj.GetType().IsPrimitive:
                throw new ArgumentException($"A value of type {obj.GetType().Name} has no members to import.", nameof(obj));
            default:
                ImportInstance(script, obj, filter, renamer ?? StandardMemberRenamer.Default);
                return;
        }
    }

    /// <summary>Offers a delegate as a function.</summary>
    /// <param name="script">Where the function goes.</param>
    /// <param name="member">Its name.</param>
    /// <param name="function">The delegate; a first parameter of type <see cref="TemplateContext"/>, and a second of type <see cref="Parsing.SourceSpan"/>, are filled in.</param>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        Set(script, member, DelegateCustomFunction.Create(function));
    }

    /// <summary>Takes over one member of a .NET object, under its own name or another.</summary>
    /// <param name="script">Where the member goes.</param>
    /// <param name="obj">The object, or a type for a static member.</param>
    /// <param name="memberName">The name of the member in .NET.</param>
    /// <param name="exportName">The name templates use; the same where null.</param>
    /// <exception cref="ArgumentException">There is no such public member.</exception>
    public static void ImportMember(this IScriptObject script, object obj, string memberName, string? exportName = null)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var found = false;
        Import(script, obj, member => member.Name == memberName && (found = true), _ => exportName ?? memberName);
        if (!found)
        {
            throw new ArgumentException($"There is no public member '{memberName}'.", nameof(memberName));
        }
    }

    /// <summary>Refuses to go on where every member keeps its value.</summary>
    /// <exception cref="InvalidOperationException">The object is read-only.</exception>
    public static void AssertNotReadOnly(this IScriptObject script)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (script.IsReadOnly)
        {
            throw new InvalidOperationException("The object is read-only.");
        }
    }

    /// <summary>Reads a member outside a render.</summary>
    public static bool TryGetValue(this IScriptObject script, string member, out object? value)
    {
        ArgumentNullException.ThrowIfNull(script);
        return script.TryGetValue(null, default, member, out value);
    }

    /// <summary>Gives a member a value.</summary>
    /// <param name="script">The object.</param>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="readOnly">Whether the member then keeps it.</param>
    /// <exception cref="ScriptRuntimeException">The member is read-only.</exception>
    public static void SetValue(this IScriptObject script, string member, object? value, bool readOnly)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (!script.TrySetValue(null, default, member, value, readOnly))
        {
            throw new ScriptRuntimeException(default, Say.It($"'{member}' is read-only and keeps its value."));
        }
    }

    private static void Set(IScriptObject script, string member, object? value) => script.TrySetValue(null, default, member, value, readOnly: false);

    private static void ImportMembers(IScriptObject script, IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (var (name, value) in members)
        {
            Set(script, name, value);
        }
    }

    private static void ImportStatics(IScriptObject script, Type type, MemberFilterDelegate? filter, MemberRenamerDelegate renamer)
    {
        // The nearest declaration of a name wins, so base types come first; what this library itself declares is no part of a host's type.
        if (type.BaseType is { } parent && parent != typeof(object) && parent.Assembly != typeof(ScriptObject).Assembly)
        {
            ImportStatics(script, parent, filter, renamer);
        }
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (!IsOffered(member, filter))
            {
                continue;
            }
            switch (member)
            {
                case MethodInfo { IsSpecialName: false, IsGenericMethodDefinition: false } method:
                    Set(script, renamer(method), new MethodFunction(method, null));
                    break;
                case PropertyInfo property when property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0:
                    Set(script, renamer(property), property.GetValue(null));
                    break;
                case FieldInfo field:
                    Set(script, renamer(field), field.GetValue(null));
                    break;
            }
        }
    }

    private static void ImportInstance(IScriptObject script, object obj, MemberFilterDelegate? filter, MemberRenamerDelegate renamer)
    {
        foreach (var property in obj.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanRead && property.GetIndexParameters().Length == 0 && IsOffered(property, filter))
            {
                Set(script, renamer(property), Later(property.GetValue(obj)));
            }
        }
        foreach (var field in obj.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (IsOffered(field, filter))
            {
                Set(script, renamer(field), Later(field.GetValue(obj)));
            }
        }
    }

    private static ScriptMemberImportFlags KindOf(MemberInfo member) => member switch
    {
        FieldInfo => ScriptMemberImportFlags.Field,
        PropertyInfo => ScriptMemberImportFlags.Property,
        _ => ScriptMemberImportFlags.Method,
    };

    /// <summary>A task is waited for when a template asks for it.</summary>
    private static object? Later(object? value) => value is not null && Awaiting.IsTask(value.GetType()) ? new ScriptLazy<object?>(() => value) : value;

    private static bool IsOffered(MemberInfo member, MemberFilterDelegate? filter) =>
        !member.IsDefined(typeof(ScriptMemberIgnoreAttribute), inherit: true) && (filter is null || filter(member));
}
