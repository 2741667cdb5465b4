using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Roster.Guard;

/// <summary>Why a change of the roster cannot stand.</summary>
/// <param name="PersonId">Whom it concerns.</param>
/// <param name="Code"><c>year-closed</c> or <c>signed-off</c> where a settled year would change; else the name of the rule.</param>
/// <param name="Message">What is wrong and the way out, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Field"><c>from</c>, <c>to</c> or <c>post</c>.</param>
internal sealed record RosterFault(string PersonId, string Code, string Message, string MessageEn, string Field)
{
    public const string YearClosed = "year-closed";
    public const string SignedOff = "signed-off";

    /// <summary>True where the college has to open the year first.</summary>
    public bool Settled => Code is YearClosed or SignedOff;
}

/// <summary>Faults as an answer.</summary>
internal static class RosterFaults
{
    /// <summary>All faults at once; a settled year is a conflict, everything else a wrong value.</summary>
    public static Problem ToProblem(this IReadOnlyList<RosterFault> faults)
    {
        var items = faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn, Field: fault.Field)).ToList();
        return faults.FirstOrDefault(fault => fault.Settled) is { } settled
            ? Problems.Conflict(settled.Code, "名册的改动会改变已经上报的年度，没有保存。", "The change would alter a year that was handed in; nothing was saved.", settled.Message, settled.MessageEn) with { Items = items }
            : Problems.Invalid(items);
    }
}
