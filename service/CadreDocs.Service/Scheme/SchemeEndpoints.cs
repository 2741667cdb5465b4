using CadreDocs.Documents.Forms;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Scheme;

/// <summary>A scheme version as the portal and the pane need it. From and To are the first and last day of the asked year.</summary>
internal sealed record SchemeView(
    string Version, string Title, string TitleEn, string District, bool LayoutConfirmed, DateOnly From, DateOnly To, List<SemesterView> Semesters,
    IReadOnlyList<SchemePortfolio> Portfolios, List<FormView> Forms, IReadOnlyList<SchemeCount> Counts, SchemeCredit Credit,
    IReadOnlyList<SchemePeriod> Periods, SchemeAttendance Attendance, IReadOnlyList<SchemeDeadline> Deadlines,
    IReadOnlyList<SchemeWord> Carriers, IReadOnlyList<SchemeWord> Contents, IReadOnlyList<SchemeLevel> TrainingLevels,
    IReadOnlyList<SchemeOpinion> Opinions);

/// <summary>A semester of the asked year with its name.</summary>
internal sealed record SemesterView(int No, string Name, string NameEn, DateOnly From, DateOnly To);

/// <summary>A form's definition.</summary>
internal sealed record FormView(
    string Id, string? Sheet, string Title, string TitleEn, Portfolio Portfolio, int Item, Clock Clock, string FilledBy, string Clause,
    IReadOnlyList<string> Kinds, bool Restricted, bool Official, bool UploadOnly, bool Several, List<FieldView> Fields, List<SectionView> Sections);

internal sealed record FieldView(
    string Key, string Label, string LabelEn, FieldType Type, bool Required, int? MaxLength, decimal? Minimum, decimal? Maximum,
    IReadOnlyList<string> Choices, string? Prompt, bool Computed, bool Ink);

internal sealed record SectionView(string Key, string Label, int RowsPerSheet, List<FieldView> Fields);

internal static class SchemeEndpoints
{
    public static void MapSchemeEndpoints(this IEndpointRouteBuilder api) =>
        api.MapGet("/scheme/{year:int}", Get).RequireAuthorization(Policies.SignedIn).WithTags("Scheme").WithName("GetScheme");

    /// <summary>The scheme version that this year's papers are made under.</summary>
    internal static Ok<SchemeView> Get(int year, SchemeCatalog schemes)
    {
        var version = schemes.ForYear(year);
        var scheme = version.Definition;
        return TypedResults.Ok(new SchemeView(
            scheme.Version, scheme.Title, scheme.TitleEn, scheme.District, scheme.LayoutConfirmed, schemes.DaysOf(year).First, schemes.DaysOf(year).Last,
            [.. scheme.SemestersOf(year).Select(semester => new SemesterView(semester.No, semester.Name, semester.NameEn, semester.From, semester.To))],
            scheme.Portfolios, [.. version.Forms.Select(form => View(form, version))], scheme.Counts, scheme.Credit, scheme.Periods,
            scheme.Attendance, [.. scheme.Deadlines.Where(deadline => deadline.Year == year)], scheme.Carriers, scheme.Contents,
            scheme.TrainingLevels, scheme.Opinions));
    }

    private static FormView View(FormDefinition form, SchemeVersion version) => new(
        form.Id, form.Sheet, form.Title, form.TitleEn, form.Portfolio, form.Item, form.Clock, form.FilledBy, form.Clause,
        version.KindsOf(form), version.IsRestricted(form), form.Official, form.UploadOnly, version.Definition.Several.Contains(form.Id),
        [.. form.Fields.Select(View)],
        [.. form.Sections.Select(section => new SectionView(section.Key, section.Label, section.RowsPerSheet, [.. section.Fields.Select(View)]))]);

    private static FieldView View(FormField field) => new(
        field.Key, field.Label, field.LabelEn ?? field.Key, field.Type, field.Required, field.MaxLength, field.Minimum, field.Maximum,
        field.Choices, field.Prompt, field.Computed, field.Ink);
}
