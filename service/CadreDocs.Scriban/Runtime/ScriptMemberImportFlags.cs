namespace Scriban.Runtime;

/// <summary>Which kinds of members an import takes.</summary>
[Flags]
public enum ScriptMemberImportFlags
{
    /// <summary>Public fields.</summary>
    Field = 1,

    /// <summary>Public properties.</summary>
    Property = 2,

    /// <summary>Public static methods of a type, as functions.</summary>
    Method = 4,

    /// <summary>All of them.</summary>
    All = Field | Property | Method,
}
