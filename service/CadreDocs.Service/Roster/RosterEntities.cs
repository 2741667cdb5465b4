namespace CadreDocs.Service.Roster;

/// <summary>A region (片区) of the district.</summary>
public sealed class Region
{
    public required string Id { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }
}

/// <summary>A school (学校), kindergartens included.</summary>
public sealed class School
{
    public required string Id { get; set; }

    /// <summary>Official code, unique in the district.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary><c>kindergarten</c>, <c>primary</c>, <c>secondary</c> or <c>other</c>.</summary>
    public required string Stage { get; set; }

    public required string RegionId { get; set; }

    /// <summary>干部自培负责人 on 表4; null means the 支部书记 (A16).</summary>
    public string? TrainingLead { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A person: a cadre (干部), and whoever else signs in. The values are those of today; <see cref="PersonFact"/> holds the dated ones.</summary>
public sealed class Person
{
    public required string Id { get; set; }

    /// <summary>进修编号: text, leading zeros count; unique where given.</summary>
    public string? PlatformNo { get; set; }

    public required string Name { get; set; }

    public string? Sex { get; set; }

    /// <summary>出生年月, <c>1978-06</c>.</summary>
    public string? BirthMonth { get; set; }

    /// <summary>政治面貌.</summary>
    public string? Political { get; set; }

    /// <summary>学历 / 文化程度.</summary>
    public string? Education { get; set; }

    /// <summary>职称.</summary>
    public string? Title { get; set; }

    /// <summary>职级.</summary>
    public string? Rank { get; set; }

    /// <summary>任教学科.</summary>
    public string? Subject { get; set; }

    /// <summary>任教年月, <c>1999-09</c>.</summary>
    public string? TeachingSince { get; set; }

    /// <summary>Subject of the identity provider (oid or e-mail) that signs in as this person; null where nobody does.</summary>
    public string? Login { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>One dated fact of a person: what a sheet of that day shows (R48).</summary>
public sealed class PersonFact
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    /// <summary><c>name</c>, <c>political</c>, <c>education</c>, <c>title</c>, <c>rank</c>, <c>subject</c> …</summary>
    public required string Key { get; set; }

    public required string Value { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>A post (职务) at a school with its dates. A person may hold two; one school is the school of record (A32).</summary>
public sealed class Appointment
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string SchoolId { get; set; }

    public required string Post { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; set; }

    /// <summary>True at the school that files the person's 表4.</summary>
    public bool OfRecord { get; set; } = true;

    /// <summary>Position in the school's list: 职务 order.</summary>
    public int Order { get; set; }
}

/// <summary>A right that someone holds beside being a cadre.</summary>
public sealed class RoleGrant
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Scope of a secretary or of a reviewer's assignment; null for the whole district.</summary>
    public string? SchoolId { get; set; }

    /// <summary>Scope of a region chair.</summary>
    public string? RegionId { get; set; }
}

/// <summary>The roles, as the identity provider's app roles spell them.</summary>
public static class Roles
{
    public const string Cadre = "cadre";
    public const string Secretary = "secretary";
    public const string RegionChair = "region-chair";
    public const string Reviewer = "reviewer";
    public const string Officer = "officer";
    public const string Administrator = "administrator";
}

/// <summary>An uploaded roster that was read and waits to be applied.</summary>
public sealed class RosterImport
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    public required string FileName { get; set; }

    /// <summary>True where the file is the whole roster, so that whoever is not in it leaves.</summary>
    public bool Whole { get; set; }

    /// <summary>The day from which changes hold.</summary>
    public DateOnly From { get; set; }

    /// <summary>The rows that were read, as JSON.</summary>
    public required string Rows { get; set; }

    /// <summary>What the roster looked like when the preview was made; another one needs a new preview.</summary>
    public required string Base { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }
}

/// <summary>How a school's own column heading is understood; remembered for its next import.</summary>
public sealed class RosterHeading
{
    public required string SchoolId { get; set; }

    /// <summary>The heading without blanks.</summary>
    public required string Heading { get; set; }

    /// <summary>Field key; empty where the column is left out.</summary>
    public required string Field { get; set; }
}
