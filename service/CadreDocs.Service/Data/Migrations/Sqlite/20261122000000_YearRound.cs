using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CadreDocs.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class YearRound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Records_Year_SchoolId_FormId_State",
                table: "Records");

            migrationBuilder.AddColumn<bool>(
                name: "Carried",
                table: "Sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Carried",
                table: "Records",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Readings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginETag",
                table: "Readings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertificateName",
                table: "OtherTrainings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertificateType",
                table: "OtherTrainings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "JointSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LibraryId",
                table: "InboxPapers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ModifiedBy",
                table: "InboxPapers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RemoteId",
                table: "InboxPapers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActId",
                table: "Changes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActItems",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ActId = table.Column<string>(type: "TEXT", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Acts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true),
                    Undoes = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestMessages",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestMessages", x => new { x.PersonId, x.Role, x.Week });
                });

            migrationBuilder.CreateTable(
                name: "InspectionPasses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    HolderId = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolPortfolio = table.Column<bool>(type: "INTEGER", nullable: false),
                    PersonalPortfolios = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionPasses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InspectionReadings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    PassId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LibraryPasses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryPasses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LibraryRightsReports",
                columns: table => new
                {
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Good = table.Column<bool>(type: "INTEGER", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryRightsReports", x => x.SchoolId);
                });

            migrationBuilder.CreateTable(
                name: "SchoolEvaluations",
                columns: table => new
                {
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolEvaluations", x => new { x.SchoolId, x.Year });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Records_Year_SchoolId_FormId_State_AcceptedAt",
                table: "Records",
                columns: new[] { "Year", "SchoolId", "FormId", "State", "AcceptedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_ActId",
                table: "Changes",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_ActItems_ActId",
                table: "ActItems",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_ActItems_Entity_Key",
                table: "ActItems",
                columns: new[] { "Entity", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Acts_At",
                table: "Acts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionPasses_HolderId",
                table: "InspectionPasses",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionPasses_SchoolId",
                table: "InspectionPasses",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionReadings_PassId",
                table: "InspectionReadings",
                column: "PassId");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryPasses_SchoolId",
                table: "LibraryPasses",
                column: "SchoolId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActItems");

            migrationBuilder.DropTable(
                name: "Acts");

            migrationBuilder.DropTable(
                name: "DigestMessages");

            migrationBuilder.DropTable(
                name: "InspectionPasses");

            migrationBuilder.DropTable(
                name: "InspectionReadings");

            migrationBuilder.DropTable(
                name: "LibraryPasses");

            migrationBuilder.DropTable(
                name: "LibraryRightsReports");

            migrationBuilder.DropTable(
                name: "SchoolEvaluations");

            migrationBuilder.DropIndex(
                name: "IX_Records_Year_SchoolId_FormId_State_AcceptedAt",
                table: "Records");

            migrationBuilder.DropIndex(
                name: "IX_Changes_ActId",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "Carried",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Carried",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Readings");

            migrationBuilder.DropColumn(
                name: "OriginETag",
                table: "Readings");

            migrationBuilder.DropColumn(
                name: "CertificateName",
                table: "OtherTrainings");

            migrationBuilder.DropColumn(
                name: "CertificateType",
                table: "OtherTrainings");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "JointSessions");

            migrationBuilder.DropColumn(
                name: "LibraryId",
                table: "InboxPapers");

            migrationBuilder.DropColumn(
                name: "ModifiedBy",
                table: "InboxPapers");

            migrationBuilder.DropColumn(
                name: "RemoteId",
                table: "InboxPapers");

            migrationBuilder.DropColumn(
                name: "ActId",
                table: "Changes");

            migrationBuilder.CreateIndex(
                name: "IX_Records_Year_SchoolId_FormId_State",
                table: "Records",
                columns: new[] { "Year", "SchoolId", "FormId", "State" });
        }
    }
}
