using CadreDocs.Service.Audit;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Duties.Digests;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Records;
using CadreDocs.Service.Review;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CadreDocs.Service.Data;

/// <summary>Everything the service remembers. One model for SQLite and PostgreSQL; migrations differ, so each has its own derived context.</summary>
public abstract class CadreDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Region> Regions => Set<Region>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonFact> PersonFacts => Set<PersonFact>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<RosterImport> RosterImports => Set<RosterImport>();

    public DbSet<RosterHeading> RosterHeadings => Set<RosterHeading>();

    public DbSet<Record> Records => Set<Record>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Blob> Blobs => Set<Blob>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<TrainingSession> Sessions => Set<TrainingSession>();

    public DbSet<JointSession> JointSessions => Set<JointSession>();

    public DbSet<RegionTheme> RegionThemes => Set<RegionTheme>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<YearClosing> YearClosings => Set<YearClosing>();

    public DbSet<CreditLine> CreditLines => Set<CreditLine>();

    public DbSet<OpeningYear> OpeningYears => Set<OpeningYear>();

    public DbSet<OtherTraining> OtherTrainings => Set<OtherTraining>();

    public DbSet<PlatformFiling> PlatformFilings => Set<PlatformFiling>();

    public DbSet<SignOff> SignOffs => Set<SignOff>();

    public DbSet<SchoolEvaluation> SchoolEvaluations => Set<SchoolEvaluation>();

    public DbSet<InspectionPass> InspectionPasses => Set<InspectionPass>();

    public DbSet<InspectionReading> InspectionReadings => Set<InspectionReading>();

    public DbSet<FilingPlan> FilingPlans => Set<FilingPlan>();

    public DbSet<FilingItem> FilingItems => Set<FilingItem>();

    public DbSet<FiledDocument> FiledDocuments => Set<FiledDocument>();

    public DbSet<TenantBudget> TenantBudgets => Set<TenantBudget>();

    public DbSet<LibraryCursor> LibraryCursors => Set<LibraryCursor>();

    public DbSet<InboxPaper> InboxPapers => Set<InboxPaper>();

    public DbSet<LibraryPass> LibraryPasses => Set<LibraryPass>();

    public DbSet<LibraryRightsReport> LibraryRightsReports => Set<LibraryRightsReport>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Act> Acts => Set<Act>();

    public DbSet<ActItem> ActItems => Set<ActItem>();

    public DbSet<DigestMessage> DigestMessages => Set<DigestMessage>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Region>().HasIndex(region => region.Code).IsUnique();
        modelBuilder.Entity<School>().HasIndex(school => school.Code).IsUnique();
        modelBuilder.Entity<School>().HasIndex(school => school.RegionId);
        modelBuilder.Entity<School>().Property(school => school.Version).IsConcurrencyToken();
        modelBuilder.Entity<Person>().HasIndex(person => person.PlatformNo).IsUnique();
        modelBuilder.Entity<Person>().HasIndex(person => person.Login).IsUnique();
        modelBuilder.Entity<Person>().Property(person => person.Version).IsConcurrencyToken();
        modelBuilder.Entity<PersonFact>().HasIndex(fact => fact.PersonId);
        modelBuilder.Entity<Appointment>().HasIndex(appointment => appointment.PersonId);
        modelBuilder.Entity<Appointment>().HasIndex(appointment => appointment.SchoolId);
        modelBuilder.Entity<RoleGrant>().HasIndex(grant => grant.PersonId);
        modelBuilder.Entity<RosterImport>().HasIndex(import => import.SchoolId);
        modelBuilder.Entity<RosterHeading>().HasKey(heading => new { heading.SchoolId, heading.Heading });
        modelBuilder.Entity<Record>().HasIndex(record => new { record.SchoolId, record.Year });

        // The district's dashboard counts a year, by state and by month, from this index alone.
        modelBuilder.Entity<Record>().HasIndex(record => new { record.Year, record.SchoolId, record.FormId, record.State, record.AcceptedAt });
        modelBuilder.Entity<Record>().HasIndex(record => new { record.PersonId, record.Year });
        modelBuilder.Entity<Record>().Property(record => record.Version).IsConcurrencyToken();
        modelBuilder.Entity<Attachment>().HasIndex(attachment => attachment.RecordId);
        modelBuilder.Entity<Blob>().HasKey(blob => blob.Hash);
        modelBuilder.Entity<Reading>().HasIndex(reading => reading.RecordId);
        modelBuilder.Entity<TrainingSession>().HasIndex(session => new { session.SchoolId, session.Year });
        modelBuilder.Entity<TrainingSession>().Property(session => session.Version).IsConcurrencyToken();
        modelBuilder.Entity<JointSession>().Property(session => session.Version).IsConcurrencyToken();
        modelBuilder.Entity<RegionTheme>().HasKey(theme => new { theme.RegionId, theme.Year });
        modelBuilder.Entity<AttendanceMark>().HasKey(mark => new { mark.SessionId, mark.PersonId });
        modelBuilder.Entity<YearClosing>().HasKey(closing => new { closing.SchoolId, closing.Year });
        modelBuilder.Entity<CreditLine>().HasIndex(line => new { line.PersonId, line.Year }).IsUnique();
        modelBuilder.Entity<CreditLine>().HasIndex(line => new { line.SchoolId, line.Year });
        modelBuilder.Entity<CreditLine>().Property(line => line.Version).IsConcurrencyToken();
        modelBuilder.Entity<CreditLine>().HasIndex(line => line.Year);
        modelBuilder.Entity<PlatformFiling>().HasIndex(filing => new { filing.SchoolId, filing.From });
        modelBuilder.Entity<OpeningYear>().HasKey(opening => new { opening.PersonId, opening.Year });
        modelBuilder.Entity<OtherTraining>().HasIndex(training => training.PersonId);
        modelBuilder.Entity<SignOff>().HasKey(signOff => new { signOff.SchoolId, signOff.Year });
        modelBuilder.Entity<SchoolEvaluation>().HasKey(evaluation => new { evaluation.SchoolId, evaluation.Year });
        modelBuilder.Entity<SchoolEvaluation>().Property(evaluation => evaluation.Version).IsConcurrencyToken();
        modelBuilder.Entity<InspectionPass>().HasIndex(pass => pass.SchoolId);
        modelBuilder.Entity<InspectionPass>().HasIndex(pass => pass.HolderId);
        modelBuilder.Entity<InspectionReading>().HasIndex(reading => reading.PassId);
        modelBuilder.Entity<FilingPlan>().HasIndex(plan => new { plan.SchoolId, plan.Year });
        modelBuilder.Entity<FilingItem>().HasIndex(item => new { item.PlanId, item.Order });
        modelBuilder.Entity<FilingItem>().HasIndex(item => new { item.PlanId, item.State });
        modelBuilder.Entity<FiledDocument>().HasKey(document => document.Path);
        modelBuilder.Entity<FiledDocument>().HasIndex(document => document.Source);
        modelBuilder.Entity<FiledDocument>().HasIndex(document => new { document.SchoolId, document.Year });
        modelBuilder.Entity<InboxPaper>().HasIndex(paper => paper.SchoolId);
        modelBuilder.Entity<LibraryPass>().HasIndex(pass => pass.SchoolId);
        modelBuilder.Entity<LibraryRightsReport>().HasKey(report => report.SchoolId);
        modelBuilder.Entity<Change>().HasIndex(change => new { change.SchoolId, change.Year });
        modelBuilder.Entity<Change>().HasIndex(change => change.RecordId);
        modelBuilder.Entity<Change>().HasIndex(change => change.ActId);
        modelBuilder.Entity<Act>().HasIndex(act => act.At);
        modelBuilder.Entity<ActItem>().HasIndex(item => item.ActId);
        modelBuilder.Entity<ActItem>().HasIndex(item => new { item.Entity, item.Key });
        modelBuilder.Entity<Deadline>().HasKey(deadline => new { deadline.Year, deadline.FormId, deadline.Semester });
        modelBuilder.Entity<DigestMessage>().HasKey(message => new { message.PersonId, message.Role, message.Week });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);

        // Credits are exact tenths in both databases; SQLite knows no decimal and would sort it as text.
        configurationBuilder.Properties<decimal>().HaveConversion<TenthsConverter>();

        // SQLite cannot order DateTimeOffset; milliseconds since 1970 sort the same everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();
    }

    private sealed class TenthsConverter() : ValueConverter<decimal, long>(value => decimal.ToInt64(value * 10), stored => stored / 10m);

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        value => value.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}

/// <summary>The context on SQLite.</summary>
public sealed class SqliteCadreDbContext(DbContextOptions<SqliteCadreDbContext> options) : CadreDbContext(options);

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgresCadreDbContext(DbContextOptions<PostgresCadreDbContext> options) : CadreDbContext(options);
