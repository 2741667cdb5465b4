using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CadreDocs.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class YearRound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Carried",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Carried",
                table: "Records",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertificateName",
                table: "OtherTrainings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CertificateType",
                table: "OtherTrainings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActId",
                table: "Changes",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActItems",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    ActId = table.Column<string>(type: "text", nullable: false),
                    Entity = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Acts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    SchoolId = table.Column<string>(type: "text", nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    UndoneBy = table.Column<string>(type: "text", nullable: true),
                    Undoes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestMessages",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestMessages", x => new { x.PersonId, x.Role, x.Week });
                });

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
                name: "CertificateName",
                table: "OtherTrainings");

            migrationBuilder.DropColumn(
                name: "CertificateType",
                table: "OtherTrainings");

            migrationBuilder.DropColumn(
                name: "ActId",
                table: "Changes");
        }
    }
}
