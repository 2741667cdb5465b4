using System.Globalization;
using System.Text.Json;

namespace CadreDocs.Service.Credits;

/// <summary>A hand-typed number of 表4 and why it differs from the papers (R53).</summary>
/// <param name="Value">The number, 0 to 99.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record TypedCount(int Value, string Reason)
{
    /// <summary>Reads what <see cref="CreditLine.Typed"/> holds.</summary>
    public static IReadOnlyDictionary<string, TypedCount> Read(string? json) =>
        json is null ? new Dictionary<string, TypedCount>() : JsonSerializer.Deserialize<Dictionary<string, TypedCount>>(json, JsonSerializerOptions.Web) ?? [];

    /// <summary>Writes it back: keys in ordinal order, so that equal values give equal text; null where there is none.</summary>
    public static string? Write(IReadOnlyDictionary<string, TypedCount> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Count == 0 ? null : JsonSerializer.Serialize(new SortedDictionary<string, TypedCount>(typed.ToDictionary(), StringComparer.Ordinal), JsonSerializerOptions.Web);
    }
}

/// <summary>One fault of what was typed into 表4.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Column key, <c>declared</c> or <c>declaredReason</c>.</param>
/// <param name="Message">The sentence in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
public sealed record DeclarationFault(string Code, string Field, string Message, string MessageEn);

/// <summary>Checks what a secretary types into a line of 表4.</summary>
public static class DeclarationCheck
{
    /// <summary>All faults at once; empty where the line can be kept.</summary>
    public static IReadOnlyList<DeclarationFault> Check(
        CreditRules rules, YearCount count, IReadOnlyDictionary<string, TypedCount> typed, decimal? declared, string? declaredReason)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(typed);
        var faults = new List<DeclarationFault>();
        foreach (var (key, value) in typed)
        {
            var rule = rules.Counts.FirstOrDefault(rule => rule.Key == key);
            if (rule is null)
            {
                faults.Add(new("unknown-column", key, $"表4没有“{key}”这一项。", $"表4 has no column '{key}'."));
            }
            else if (value.Value is < 0 or > 99)
            {
                faults.Add(new("count-out-of-range", key, $"“{rule.Label}”应为 0 到 99 的整数。", $"'{rule.LabelEn}' must be a whole number from 0 to 99."));
            }
            else if (string.IsNullOrWhiteSpace(value.Reason))
            {
                var counted = count.Counts.First(cell => cell.Key == key).Counted;
                faults.Add(new(
                    "typed-without-reason", key,
                    string.Create(CultureInfo.InvariantCulture, $"“{rule.Label}”按材料计为 {counted}，手填 {value.Value} 须说明理由；或清空手填数。"),
                    string.Create(CultureInfo.InvariantCulture, $"'{rule.LabelEn}' counts {counted} from papers; typing {value.Value} needs a reason. Or clear the typed number.")));
            }
        }

        AddDeclared(rules, count, declared, declaredReason, faults);
        return faults;
    }

    /// <summary>True for the only credits a year can have: none or all (A6: no part credits).</summary>
    public static bool IsWholeYear(CreditRules rules, decimal credit)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return credit == 0m || credit == rules.Yearly;
    }

    private static void AddDeclared(CreditRules rules, YearCount count, decimal? declared, string? reason, List<DeclarationFault> faults)
    {
        if (declared is not { } credit)
        {
            return;
        }

        if (!IsWholeYear(rules, credit))
        {
            faults.Add(new(
                "declared-out-of-range", "declared",
                string.Create(CultureInfo.InvariantCulture, $"申报学分只能是 0 或 {rules.Yearly:0.#}（每年 {rules.Yearly:0.#} 学分，不计部分学分），不能是 {credit:0.##}。"),
                string.Create(CultureInfo.InvariantCulture, $"The declared credit is 0 or {rules.Yearly:0.#} (no part credits), not {credit:0.##}.")));
        }
        else if (credit > 0 && count.Gaps.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            faults.Add(new(
                "declared-without-reason", "declaredReason",
                $"材料未齐（{string.Join("；", count.Gaps.Select(gap => gap.Label))}），申报学分须说明理由。",
                $"The set is not complete ({string.Join("; ", count.Gaps.Select(gap => gap.LabelEn))}); declaring credit needs a reason."));
        }
    }
}
