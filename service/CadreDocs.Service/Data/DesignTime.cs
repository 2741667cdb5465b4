using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CadreDocs.Service.Data;

/// <summary>For <c>tools/remigrate</c>: the contexts without the service around them.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCadreDbContext>
{
    public SqliteCadreDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCadreDbContext>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCadreDbContext>
{
    public PostgresCadreDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCadreDbContext>().UseNpgsql("Host=design").Options);
}
