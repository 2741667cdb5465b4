using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using Scriban;

namespace CadreDocs.Service.Scheme;

/// <summary>Looks whether what <c>scheme.yaml</c> says hangs together: words that are known, days that exist, forms that are there. All faults at once.</summary>
internal sealed class SchemeCheck
{
    private static readonly string[] Clocks = ["semester", "year", "three-year", "five-year"];

    private readonly SchemeDefinition _scheme;
    private readonly Dictionary<string, FormDefinition> _forms;
    private readonly string _file;
    private readonly List<Fault> _faults = [];

    private SchemeCheck(SchemeDefinition scheme, IEnumerable<FormDefinition> forms, string file) =>
        (_scheme, _forms, _file) = (scheme, forms.DistinctBy(form => form.Id).ToDictionary(form => form.Id), file);

    /// <summary>Every fault of a version whose keys were found in order.</summary>
    public static List<Fault> Check(SchemeDefinition scheme, IEnumerable<FormDefinition> forms, string file)
    {
        var check = new SchemeCheck(scheme, forms, file);
        check.Years();
        check.Portfolios();
        check.Counting();
        check.Periods();
        check.Words();
        check.Deadlines();
        check.Templates();
        return check._faults;
    }

    private void Years()
    {
        var from = Month("validFrom", _scheme.ValidFrom);
        var to = _scheme.ValidTo is null ? null : Month("validTo", _scheme.ValidTo);
        if (to < from)
        {
            Add("validTo", "不能早于 validFrom。", "must not be before validFrom.");
        }

        OneOf("yearBasis", _scheme.YearBasis, "calendar", "school-year");
        Distinct("semesters", _scheme.Semesters.Select(semester => semester.No.ToString(CultureInfo.InvariantCulture)));
        for (var i = 0; i < _scheme.Semesters.Count; i++)
        {
            var (semester, path) = (_scheme.Semesters[i], $"semesters[{i + 1}]");
            if (semester.No is < 1 or > 9)
            {
                Add($"{path}.no", "应为 1 到 9。", "must be 1 to 9.");
            }

            DayOfYear($"{path}.from", semester.From);
            DayOfYear($"{path}.to", semester.To);
            Script($"{path}.name", semester.Name, new JsonObject { ["year"] = 2020 });
            Script($"{path}.nameEn", semester.NameEn, new JsonObject { ["year"] = 2020 });
        }
    }

    private void Portfolios()
    {
        foreach (var key in new[] { "school", "personal" }.Except(_scheme.Portfolios.Select(portfolio => portfolio.Key)))
        {
            Add("portfolios", $"缺少 key 为 {key} 的档案袋。", $"lacks the portfolio with key {key}.");
        }

        foreach (var portfolio in _scheme.Portfolios)
        {
            var path = $"portfolios.{portfolio.Key}";
            OneOf($"{path}.key", portfolio.Key, "school", "personal");
            Distinct($"{path}.items", portfolio.Items.Select(item => item.No.ToString(CultureInfo.InvariantCulture)));
            foreach (var item in portfolio.Items)
            {
                OneOf($"{path}.items.{item.No}.clock", item.Clock, Clocks);
                foreach (var form in Forms($"{path}.items.{item.No}.forms", item.Forms).Where(form => ClockOf(form) != item.Clock || form.Item != item.No))
                {
                    Add($"{path}.items.{item.No}.forms", $"{form.Id} 的 form.yaml 写的是第 {form.Item} 项、{ClockOf(form)}。", $"form.yaml of {form.Id} says item {form.Item} and clock {ClockOf(form)}.");
                }
            }
        }

        foreach (var form in _forms.Values.Where(form => !_scheme.Portfolios.Exists(portfolio => portfolio.Items.Exists(item => item.Forms.Contains(form.Id)))))
        {
            Add("portfolios", $"没有条目收 {form.Id}。", $"has no item for {form.Id}.");
        }
    }

    private void Counting()
    {
        Distinct("counts", _scheme.Counts.Select(count => count.Key));
        foreach (var count in _scheme.Counts)
        {
            var path = $"counts.{count.Key}";
            foreach (var form in Forms($"{path}.form", [count.Form]))
            {
                foreach (var row in count.CountedRows.Where(row => !form.Fields.Any(field => field.Key == row) && !form.Sections.Any(section => section.Key == row)))
                {
                    Add($"{path}.countedRows", $"{form.Id} 没有 {row}。", $"{form.Id} has no {row}.");
                }
            }

            if (count.Minimum < 0)
            {
                Add($"{path}.minimum", "不能为负数。", "must not be negative.");
            }

            if (count.CountedFromLevel is { } level)
            {
                OneOf($"{path}.countedFromLevel", level, [.. _scheme.TrainingLevels.Select(each => each.Label)]);
            }
        }

        Forms("several", _scheme.Several);
        Forms("restricted.forms", _scheme.Restricted.Forms);
        Forms("copies", _scheme.Copies.Keys);
        if (_scheme.Credit is { MaximumPerYear: null, DeclaredPerYear: null })
        {
            Add("credit.maximumPerYear", "必须填写每年的学分。", "must say the credit of a year.");
        }

        Forms("credit.split", _scheme.Credit.Split.Select(split => split.Form));
        OneOf("credit.trainingRows", _scheme.Credit.TrainingRows, "year", "category");
        if (_scheme.Credit.TrainingLevel is { } own)
        {
            OneOf("credit.trainingLevel", own, [.. _scheme.TrainingLevels.Select(each => each.Label)]);
        }
    }

    private void Periods()
    {
        var splits = _scheme.Credit.Split.ConvertAll(split => split.Key);
        foreach (var period in _scheme.Periods)
        {
            var path = $"periods.{period.From}";
            if (period.To < period.From)
            {
                Add($"{path}.to", "不能早于 from。", "must not be before from.");
            }

            if (_scheme.Periods.Exists(other => other != period && other.From <= period.From && period.From <= other.To))
            {
                Add(path, "与另一周期重叠。", "overlaps another period.");
            }

            foreach (var year in period.OpeningYears.Where(year => year < period.From || year > period.To))
            {
                Add($"{path}.openingYears", $"{year} 不在本周期内。", $"{year} lies outside the period.");
            }

            foreach (var (name, values) in new[] { ("perYear", period.PerYear), ("caps", period.Caps) })
            {
                foreach (var (key, value) in values)
                {
                    OneOf($"{path}.{name}", key, [.. splits]);
                    if (value < 0 || value * 10 != decimal.Truncate(value * 10))
                    {
                        Add($"{path}.{name}.{key}", "应为不小于 0 的一位小数。", "must be 0 or more, in tenths.");
                    }
                }
            }
        }
    }

    private void Words()
    {
        OneOf("attendance.absentReading", _scheme.Attendance.AbsentReading, "absent", "all");
        Distinct("attendance.marks", _scheme.Attendance.Marks.Select(mark => mark.Mark));
        Distinct("attendance.marks.accept", _scheme.Attendance.Marks.SelectMany(mark => mark.Accept.Append(mark.Mark)));
        foreach (var mark in _scheme.Restricted.Marks)
        {
            OneOf("restricted.marks", mark, [.. _scheme.Attendance.Marks.Select(each => each.Mark)]);
        }

        Distinct("carriers", _scheme.Carriers.Select(word => word.Key));
        Distinct("contents", _scheme.Contents.Select(word => word.Key));
        Distinct("evaluationGrades", _scheme.EvaluationGrades.Select(word => word.Key));
        Distinct("trainingLevels", _scheme.TrainingLevels.Select(level => level.Label));
        Distinct("opinions", _scheme.Opinions.Select(opinion => opinion.Key));
        foreach (var opinion in _scheme.Opinions)
        {
            OneOf($"opinions.{opinion.Key}.recognises", opinion.Recognises, "full", "given", "none");
            Script($"opinions.{opinion.Key}.text", opinion.Text, new JsonObject { ["credit"] = "1" });
        }
    }

    private void Deadlines()
    {
        for (var i = 0; i < _scheme.Deadlines.Count; i++)
        {
            var (deadline, path) = (_scheme.Deadlines[i], $"deadlines[{i + 1}]");
            Forms($"{path}.form", [deadline.Form]);
            if (deadline.Semester != 0 && !_scheme.Semesters.Exists(semester => semester.No == deadline.Semester))
            {
                Add($"{path}.semester", $"没有第 {deadline.Semester} 学期。", $"there is no semester {deadline.Semester}.");
            }

            if (!DateOnly.TryParseExact(deadline.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                Add($"{path}.date", $"“{deadline.Date}”不是日期，应写成 2024-12-20。", $"'{deadline.Date}' is no day; write 2024-12-20.");
            }
        }
    }

    private void Templates()
    {
        foreach (var (name, text) in new[]
        {
            ("schoolFolder", _scheme.Filing.SchoolFolder), ("personalFolder", _scheme.Filing.PersonalFolder),
            ("schoolFile", _scheme.Filing.SchoolFile), ("personalFile", _scheme.Filing.PersonalFile),
        })
        {
            if (text.Length == 0)
            {
                Add($"filing.{name}", "必须填写。", "is missing.");
            }

            foreach (var message in Template.Parse(text).Messages)
            {
                Add($"filing.{name}", message.ToString(), message.ToString());
            }
        }
    }

    private void Script(string path, string template, JsonObject globals)
    {
        try
        {
            Scripts.Render(template, globals);
        }
        catch (Exception cause) when (cause is InvalidOperationException or Scriban.Syntax.ScriptRuntimeException)
        {
            Add(path, cause.Message, cause.Message);
        }
    }

    private DateOnly? Month(string path, string text)
    {
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return month;
        }

        Add(path, $"“{text}”不是年月，应写成 2018-10。", $"'{text}' is no month; write 2018-10.");
        return null;
    }

    // Of a year with 28 days in February: a day that is missing in three years of four begins no semester.
    private void DayOfYear(string path, string text)
    {
        if (!DateOnly.TryParseExact("2019-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Add(path, $"“{text}”不是日期，应写成 09-01。", $"'{text}' is no day; write 09-01.");
        }
    }

    private List<FormDefinition> Forms(string path, IEnumerable<string> ids)
    {
        var found = new List<FormDefinition>();
        foreach (var id in ids)
        {
            if (_forms.TryGetValue(id, out var form))
            {
                found.Add(form);
            }
            else
            {
                Add(path, $"没有表单 {id}（forms 文件夹）。", $"there is no form {id} in the folder forms.");
            }
        }

        return found;
    }

    private void OneOf(string path, string value, params string[] known)
    {
        if (!known.Contains(value))
        {
            Add(path, $"“{value}”应为：{string.Join("、", known)}。", $"'{value}' must be one of {string.Join(", ", known)}.");
        }
    }

    private void Distinct(string path, IEnumerable<string> values)
    {
        foreach (var twice in values.GroupBy(value => value).Where(group => group.Count() > 1))
        {
            Add(path, $"“{twice.Key}”重复。", $"'{twice.Key}' stands there twice.");
        }
    }

    private void Add(string path, string zh, string en) => _faults.Add(new Fault("scheme-value", $"{path}：{zh}", $"{path}: {en}", _file));

    private static string ClockOf(FormDefinition form) => form.Clock switch
    {
        Clock.Semester => "semester",
        Clock.ThreeYear => "three-year",
        Clock.FiveYear => "five-year",
        _ => "year",
    };
}
