using CadreDocs.Service.Hosting;
using CadreDocs.Service.Scheme;
using Microsoft.Extensions.Configuration;

namespace CadreDocs.Service.Tests.Scheme;

/// <summary>A faulty scheme.yaml stops the start and names every fault; so does the verb <c>check</c>.</summary>
public sealed class SchemeCheckTests : IDisposable
{
    private readonly string _templates = Directory.CreateTempSubdirectory("cadredocs-check-").FullName;

    [Fact]
    public void The_regulation_itself_is_without_fault()
    {
        SchemeFolders.Copy(Path.Combine(_templates, "scheme-2018"));
        Assert.Equal("2018", Assert.Single(Load().Versions).Definition.Version);
    }

    [Theory]
    [InlineData("layoutConfirmed: false", "layoutConfirmd: false", "layoutConfirmd", "layoutConfirmed")]
    [InlineData("yearBasis: calendar", "yearBasis: lunar", "yearBasis", "calendar")]
    [InlineData("validFrom: 2018-10 ", "validFrom: 2018年10月 ", "validFrom", "2018-10")]
    [InlineData("validTo: ", "validTo: 2017-12 ", "validTo", "validFrom")]
    [InlineData("to: 08-31", "to: 08-32", "semesters[1].to", "08-32")]
    [InlineData("{{ year - 1 }}学年第二学期", "{{ yaer - 1 }}学年第二学期", "semesters[1].name", "yaer")]
    [InlineData("forms: [lecture], clock: year", "forms: [lectures], clock: year", "portfolios.personal.items.4.forms", "lectures")]
    [InlineData("forms: [lecture], clock: year", "forms: [lecture], clock: month", "portfolios.personal.items.4.clock", "month")]
    [InlineData("minimum: 0, presence: true", "minimum: none, presence: true", "counts[7].minimum", "a whole number")]
    [InlineData("countedFromLevel: 区级", "countedFromLevel: 校级", "counts.result.countedFromLevel", "校级")]
    [InlineData("caps: {ethics: 2, skills: 8}", "caps: {ethics: 2, skils: 8}", "periods.2016.caps", "skils")]
    [InlineData("absentReading: absent", "absentReading: some", "attendance.absentReading", "some")]
    [InlineData("deadlines: []", "deadlines: [{year: 2025, form: annual-plan, date: 2025-02-30}]", "deadlines[1].date", "2025-02-30")]
    [InlineData("deadlines: []", "deadlines: [{year: 2025, form: annual-plan, kind: plan, date: 2025-02-03}]", "deadlines[1].kind", "semester")]
    [InlineData("deadlines: []", "deadlines: [{year: 2025, date: 2025-02-03}]", "deadlines[1].form", "missing")]
    [InlineData("recognises: full", "recognises: most", "opinions.agree.recognises", "most")]
    [InlineData("- {key: self, label", "- {key: study, label", "carriers", "study")]
    [InlineData("schoolFolder: \"{{ district }}", "schoolFolder: \"{{ district", "filing.schoolFolder", "filing.schoolFolder")]
    public void A_fault_stops_the_start_and_is_named(string old, string current, string place, string word)
    {
        SchemeFolders.Copy(Path.Combine(_templates, "scheme-2018"), (old, current));
        var refusal = Assert.Throws<SettingException>(Load);
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        SchemeFolders.Copy(Path.Combine(_templates, "scheme-2018"), ("layoutConfirmed: false", "layoutConfirmd: false"), ("yearBasis: calendar", "yearBasis: lunar"), ("recognises: none", "recognises: no"));
        var refusal = Assert.Throws<SettingException>(Load);
        Assert.All(["layoutConfirmd", "yearBasis", "opinions.return.recognises"], place => Assert.Contains(place, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_folders_of_one_version_are_refused()
    {
        SchemeFolders.Copy(Path.Combine(_templates, "a"));
        SchemeFolders.Copy(Path.Combine(_templates, "b"));
        Assert.Contains("version", Assert.Throws<SettingException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_scheme_is_refused() =>
        Assert.Contains("Templates:Folder", Assert.Throws<SettingException>(Load).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_templates, recursive: true);

    private SchemeCatalog Load() => new(new Places(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Templates:Folder"] = _templates }).Build(), _templates));
}
