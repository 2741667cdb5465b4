using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>Names a member of a .NET object for templates.</summary>
/// <param name="member">The member.</param>
/// <returns>The name templates use.</returns>
public delegate string MemberRenamerDelegate(MemberInfo member);

/// <summary>Chooses which members of a .NET object templates may see.</summary>
/// <param name="member">The member.</param>
/// <returns>Whether templates may see it.</returns>
public delegate bool MemberFilterDelegate(MemberInfo member);

/// <summary>Keeps a member out of an import.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ScriptMemberIgnoreAttribute : Attribute;

/// <summary>Names members in <c>snake_case</c>: <c>MyName</c> becomes <c>my_name</c>.</summary>
public static class StandardMemberRenamer
{
    /// <summary>The rule.</summary>
    public static readonly MemberRenamerDelegate Default = static member => Rename(member?.Name);

    /// <summary>The name of a member in <c>snake_case</c>.</summary>
    public static string Rename(MemberInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Rename(member.Name);
    }

    /// <summary>A name in <c>snake_case</c>; empty for null.</summary>
    public static string Rename(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return string.Empty;
        }
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var startsWord = char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] != '_')
            {
                result.Append('_');
            }
            result.Append(char.ToLowerInvariant(c));
        }
        return result.ToString();
    }
}
