using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CadreDocs.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CollegeActs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "PlatformFilings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBy",
                table: "PlatformFilings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnReason",
                table: "PlatformFilings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FormId = table.Column<string>(type: "TEXT", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => new { x.Year, x.FormId, x.Semester });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "PlatformFilings");

            migrationBuilder.DropColumn(
                name: "WithdrawnBy",
                table: "PlatformFilings");

            migrationBuilder.DropColumn(
                name: "WithdrawnReason",
                table: "PlatformFilings");
        }
    }
}
