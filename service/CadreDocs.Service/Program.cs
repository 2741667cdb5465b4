using CadreDocs.Service.Administration;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Commands;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Duties;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Pane;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Records;
using CadreDocs.Service.Review;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;

return CommandLine.IsVerb(args) ? await CommandLine.RunAsync(args) : await StartRefusal.TellAsync(() => ServeAsync(args));

// The host stands apart, so that a verb does not load it.
static async Task<int> ServeAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args is ["serve", .. var rest] ? rest : args);
    var start = new StartState();

    builder.QuietStart(start);
    builder.AddHosting();
    builder.AddData();
    builder.AddIdentity();
    builder.AddAudit();
    builder.AddScheme();
    builder.AddRecords();
    builder.AddDuties();
    builder.AddRoster();
    builder.AddTraining();
    builder.AddCredits();
    builder.AddPortfolios();
    builder.AddReview();
    builder.AddFiling();

    var app = builder.Build();

    app.UseHosting();
    app.UseIdentity();
    app.MapHosting();
    app.MapSignIn();
    app.MapManifest();

    var api = app.MapApi();
    api.MapIdentity();
    api.MapAudit();
    api.MapScheme();
    api.MapRecords();
    api.MapDuties();
    api.MapAdministration();
    api.MapRoster();
    api.MapTraining();
    api.MapCredits();
    api.MapPortfolios();
    api.MapReview();
    api.MapFiling();
    api.MapPane();

    start.Watch(app.Lifetime);
    await app.PrepareDataAsync();
    await app.RunAsync();
    return 0;
}
