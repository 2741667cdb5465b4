using Azure.Core;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>The real SDK over HTTP against the double, with a library of its own.</summary>
internal sealed class SharePointFixture : IAsyncDisposable
{
    private readonly GraphConnection _connection;

    private SharePointFixture(GraphServer server, Drive drive, GraphConnection connection, int simpleBytes)
    {
        (Server, Drive, _connection) = (server, drive, connection);
        Library = new GraphDocumentLibrary(connection, drive.Id, simpleBytes);
    }

    public GraphServer Server { get; }

    public Drive Drive { get; }

    public GraphDocumentLibrary Library { get; }

    public GraphConnection Connection => _connection;

    public FaultPlan Faults => Server.Faults;

    public static async Task<SharePointFixture> StartAsync(int unitsPerMinute = 0, bool flat = false, int simpleBytes = 10 * 1024 * 1024, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var server = await GraphServer.StartAsync();
        var drive = server.Tenant.AddSite("/sites/cadre", LibraryFields.All.Select(column => column.Name));
        var options = new SharePointOptions { UnitsPerMinute = unitsPerMinute, FlatUnits = flat };
        var allowance = new Allowance(new MemoryAllowanceStore(unitsPerMinute == 0 ? 1_000_000 : unitsPerMinute), clock, unitsPerMinute);
        return new SharePointFixture(server, drive, new GraphConnection(new CloudProfile("Custom", null, server.Address, server.Address, []), new NumberedTokens(), allowance, options, clock), simpleBytes);
    }

    /// <summary>The file at a path as the library stores it.</summary>
    public Item? At(string path) => Server.Tenant.Inside(() => Drive.Items.Values.FirstOrDefault(item => item is { IsFolder: false, Deleted: false } && item.Path == path));

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A new token whenever one was refused, as a tenant gives it.</summary>
    private sealed class NumberedTokens : TokenCredential
    {
        private int _number;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-{(requestContext.Claims is null ? _number : ++_number)}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
