using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Tests.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

public sealed class GraphDocumentLibraryTests : LibraryContract, IAsyncLifetime
{
    private SharePointFixture _sharePoint = null!;

    private protected override IDocumentLibrary Library => _sharePoint.Library;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();
}
