using System.ComponentModel;

namespace CadreDocs.Service.Roster;

/// <summary>A school that one may see.</summary>
internal sealed record SchoolLine(
    string Id, string Code, string Name, string Stage, string RegionId, string RegionName, string? TrainingLead, int Cadres, int Version);

/// <summary>The roster of a school's year.</summary>
internal sealed record RosterView(string SchoolId, string SchoolName, int Year, bool CanEdit, List<RosterCadre> Cadres);

/// <summary>A cadre of the roster.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Version">For If-Match.</param>
/// <param name="PlatformNo">进修编号: text.</param>
/// <param name="Name">姓名.</param>
/// <param name="FormerNames">曾用名 with their last day known.</param>
/// <param name="Sex">性别.</param>
/// <param name="BirthMonth">出生年月, <c>1978-06</c>.</param>
/// <param name="Political">政治面貌.</param>
/// <param name="Education">学历.</param>
/// <param name="Title">职称.</param>
/// <param name="Rank">职级.</param>
/// <param name="Subject">任教学科.</param>
/// <param name="TeachingSince">任教年月, <c>1999-09</c>.</param>
/// <param name="Post">现任职务; two posts at the school are joined.</param>
/// <param name="From">First day at this post; a post that was split and says the same is one.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="OfRecord">True where this school files the person's 表4.</param>
/// <param name="Order">Position in the list.</param>
/// <param name="Records">Papers of the year.</param>
/// <param name="Facts">Dated values.</param>
/// <param name="Posts">All posts of the person with their days, at this school and at others, the latest first.</param>
internal sealed record RosterCadre(
    string PersonId, int Version, string? PlatformNo, string Name, List<string> FormerNames, string? Sex, string? BirthMonth, string? Political, string? Education,
    string? Title, string? Rank, string? Subject, string? TeachingSince, string Post, DateOnly From, DateOnly? To, bool OfRecord, int Order, int Records, List<RosterFact> Facts, List<RosterPost> Posts);

/// <summary>A dated value.</summary>
internal sealed record RosterFact(string Key, string Value, DateOnly From, DateOnly? To);

/// <summary>A post with its days.</summary>
/// <param name="Id">For correcting it.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Post">职务.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="OfRecord">True where this school files the person's 表4.</param>
internal sealed record RosterPost(string Id, string SchoolId, string SchoolName, string Post, DateOnly From, DateOnly? To, bool OfRecord);

/// <summary>What a post becomes: its name and days, as if they had always been so.</summary>
/// <param name="Post">职务.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="Reason">Why; kept in the history.</param>
internal sealed record EditPost(string Post, DateOnly From, DateOnly? To, string? Reason = null);

/// <summary>Which school files somebody's 表4.</summary>
/// <param name="SchoolId">A school where the person holds a post.</param>
/// <param name="From">First day of it.</param>
internal sealed record EditFilingSchool(string SchoolId, DateOnly From);

/// <summary>What a person's values become. A member that is left out stays; an empty string clears it.</summary>
internal sealed record EditPerson
{
    public string? PlatformNo { get; init; }

    public string? Name { get; init; }

    public string? Sex { get; init; }

    public string? BirthMonth { get; init; }

    public string? Political { get; init; }

    public string? Education { get; init; }

    public string? Title { get; init; }

    public string? Rank { get; init; }

    public string? Subject { get; init; }

    public string? TeachingSince { get; init; }

    /// <summary>现任职务 at <see cref="SchoolId"/>.</summary>
    public string? Post { get; init; }

    /// <summary>The school whose roster is edited; may be left out where the person is at one school.</summary>
    public string? SchoolId { get; init; }

    /// <summary>First day of the new values; default today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>True where a typing mistake is mended: then it was always so and no dated value is kept.</summary>
    [DefaultValue(false)]
    public bool Correction { get; init; }

    /// <summary>The given values by field key.</summary>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        void Put(string key, string? value)
        {
            if (value is not null)
            {
                values[key] = value.Trim();
            }
        }

        Put(Import.RosterColumns.PlatformNo, PlatformNo);
        Put(Import.RosterColumns.Name, Name);
        Put(Import.RosterColumns.Sex, Sex);
        Put(Import.RosterColumns.BirthMonth, BirthMonth);
        Put(Import.RosterColumns.Political, Political);
        Put(Import.RosterColumns.Education, Education);
        Put(Import.RosterColumns.Title, Title);
        Put(Import.RosterColumns.Rank, Rank);
        Put(Import.RosterColumns.Subject, Subject);
        Put(Import.RosterColumns.TeachingSince, TeachingSince);
        Put(Import.RosterColumns.Post, Post);
        return values;
    }
}

/// <summary>Someone leaves a post.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="LastDay">Last day in office.</param>
/// <param name="Reason">Why; kept in the history.</param>
/// <param name="FilingSchoolId">Which school files 表4 from the next day on, where posts at several other schools go on; with one it is that one.</param>
internal sealed record Departure(string PersonId, DateOnly LastDay, string? Reason, string? FilingSchoolId = null);

/// <summary>Someone comes from another school, comes back after having left, or takes a second post.</summary>
/// <param name="PersonId">The person; or give the platform number.</param>
/// <param name="PlatformNo">进修编号.</param>
/// <param name="Post">The post here.</param>
/// <param name="From">First day here; the posts of record elsewhere end the day before.</param>
/// <param name="SecondPost">True where the other school stays the school of record (A32).</param>
internal sealed record Transfer(string? PersonId, string? PlatformNo, string Post, DateOnly From, bool SecondPost = false);

/// <summary>Settings of a school that the secretary may change.</summary>
/// <param name="TrainingLead">干部自培负责人 on 表4; null or empty means the 支部书记 (A16).</param>
internal sealed record EditSchool(string? TrainingLead);
