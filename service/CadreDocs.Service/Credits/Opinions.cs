using System.Globalization;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Credits;

/// <summary>What a reviewer may write as 区级审核意见 (A17): 同意, 退回补正, 核定_分 with a number in the blank.</summary>
public static partial class Opinions
{
    public const string Agree = "同意";
    public const string Return = "退回补正";
    public const string AssessPattern = "核定_分";

    /// <summary>The list for a year's credit: 同意, 退回补正, 核定0分, 核定2分.</summary>
    public static IReadOnlyList<string> List(CreditRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [Agree, Return, Assess(0m), Assess(rules.Yearly)];
    }

    /// <summary>核定_分 with its number.</summary>
    public static string Assess(decimal credit) => string.Create(CultureInfo.InvariantCulture, $"核定{credit:0.#}分");

    /// <summary>Checks an opinion with its credit and reason and settles the recognised credit.</summary>
    /// <param name="rules">The scheme's rules.</param>
    /// <param name="declared">What the school declared.</param>
    /// <param name="opinion">The opinion; empty or null takes it back.</param>
    /// <param name="recognised">The credit beside it; null lets the opinion decide.</param>
    /// <param name="reason">Needed wherever the opinion differs from the declaration.</param>
    public static OpinionResult Settle(CreditRules rules, decimal? declared, string? opinion, decimal? recognised, string? reason)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var text = opinion?.Trim() ?? "";
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (text.Length == 0)
        {
            return recognised is null
                ? new OpinionResult(null, null, why, [])
                : Fault("recognised-without-opinion", "recognised", "填了认定学分而没有审核意见：请从列表选择意见，或清空认定学分。", "A recognised credit without an opinion: choose an opinion from the list or clear the credit.");
        }

        if (text == Agree)
        {
            return Agreed(declared, recognised, why);
        }

        if (text == Return)
        {
            return recognised is > 0
                ? Fault("recognised-contradicts", "recognised", "“退回补正”不能同时认定学分：请清空认定学分或改选意见。", "'退回补正' cannot recognise a credit: clear the credit or choose another opinion.")
                : why is null ? MissingReason(text) : new OpinionResult(text, null, why, []);
        }

        var match = AssessExpression().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["credit"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var credit))
        {
            return Fault(
                "opinion-outside-list", "opinion",
                $"审核意见“{text}”不在列表内：请选 {string.Join("、", List(rules))}。",
                $"The opinion '{text}' is not in the list: choose one of {string.Join(", ", List(rules))}.");
        }

        if (!DeclarationCheck.IsWholeYear(rules, credit))
        {
            return Fault(
                "recognised-out-of-range", "opinion",
                string.Create(CultureInfo.InvariantCulture, $"“{text}”：每年只认定 0 或 {rules.Yearly:0.#} 学分，不计部分学分。"),
                string.Create(CultureInfo.InvariantCulture, $"'{text}': a year is recognised with 0 or {rules.Yearly:0.#}, no part credits."));
        }

        if (recognised is { } beside && beside != credit)
        {
            return Fault(
                "recognised-contradicts", "recognised",
                string.Create(CultureInfo.InvariantCulture, $"认定学分 {beside:0.##} 与意见“{text}”不一致：请改成一致。"),
                string.Create(CultureInfo.InvariantCulture, $"The recognised credit {beside:0.##} contradicts '{text}': make them agree."));
        }

        return credit != declared && why is null ? MissingReason(text) : new OpinionResult(Assess(credit), credit, why, []);
    }

    private static OpinionResult Agreed(decimal? declared, decimal? recognised, string? why)
    {
        if (declared is not { } credit)
        {
            return Fault("nothing-declared", "opinion", "学校尚未申报学分，不能“同意”：请用“核定_分”并说明理由，或退回补正。", "The school declared nothing, so '同意' has no number: use '核定_分' with a reason, or send it back.");
        }

        return recognised is { } beside && beside != credit
            ? Fault(
                "recognised-contradicts", "recognised",
                string.Create(CultureInfo.InvariantCulture, $"“同意”即认定申报的 {credit:0.#} 学分，而认定学分填了 {beside:0.##}：请改成一致，或改用“核定_分”。"),
                string.Create(CultureInfo.InvariantCulture, $"'同意' recognises the declared {credit:0.#}, but {beside:0.##} stands beside it: make them agree or use '核定_分'."))
            : new OpinionResult(Agree, credit, why, []);
    }

    private static OpinionResult MissingReason(string opinion) => Fault(
        "opinion-without-reason", "reason", $"意见“{opinion}”须在“理由”列说明原因。", $"The opinion '{opinion}' needs a reason in the reason column.");

    private static OpinionResult Fault(string code, string field, string zh, string en) => new(null, null, null, [new DeclarationFault(code, field, zh, en)]);

    [GeneratedRegex(@"^核定\s*(?<credit>\d+(\.\d+)?)\s*分$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AssessExpression();
}

/// <summary>An opinion that was checked.</summary>
/// <param name="Opinion">The opinion as it is kept; null where there is none.</param>
/// <param name="Recognised">The recognised credit; null where the line was returned or not audited.</param>
/// <param name="Reason">The reason, trimmed; null where empty.</param>
/// <param name="Faults">Why it was refused; then the other values mean nothing.</param>
public sealed record OpinionResult(string? Opinion, decimal? Recognised, string? Reason, IReadOnlyList<DeclarationFault> Faults);
