using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Reads and writes members of objects that are no script objects; a host gives one by overriding <see cref="TemplateContext.GetMemberAccessorImpl"/>.</summary>
public interface IObjectAccessor
{
    /// <summary>Number of members.</summary>
    int GetMemberCount(TemplateContext context, SourceSpan span, object target);

    /// <summary>The names of the members, in their order.</summary>
    IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target);

    /// <summary>Whether there is such a member.</summary>
    bool HasMember(TemplateContext context, SourceSpan span, object target, string member);

    /// <summary>Reads a member.</summary>
    /// <returns>Whether there is such a member.</returns>
    bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value);

    /// <summary>Writes a member.</summary>
    /// <returns>Whether the member took the value.</returns>
    bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value);
}

/// <summary>What templates see of any value without a host's own accessor.</summary>
internal sealed class StandardAccessor : IObjectAccessor
{
    public static StandardAccessor Instance { get; } = new();

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => GetMembers(context, span, target).Count();

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Functions.ObjectFunctions.Keys(context, target).Cast<object>().Select(name => context.ObjectToString(name));

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => Functions.ObjectFunctions.HasKey(context, target, member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) => context.TryReadMember(span, target, member, out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        target is IScriptObject members && members.TrySetValue(context, span, member, value, readOnly: false);
}
